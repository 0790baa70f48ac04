using System.Text.Json.Nodes;

namespace GenoMed.Fhir.R5.Conversion.Rules;

/// <summary>Organization, Practitioner, PractitionerRole, Location: contact details became ExtendedContactDetail.</summary>
internal static class AdministrativeRules
{
    public static readonly IReadOnlyList<ConversionRule> Organization =
    [
        new("Organization", (organization, _) => Telecom(organization)),
        new("Organization", (organization, _) => Addresses(organization)),
    ];

    public static readonly IReadOnlyList<ConversionRule> Practitioner =
        [Change.Each("Practitioner", "communication", language => new JsonObject { ["language"] = language })];

    public static readonly IReadOnlyList<ConversionRule> PractitionerRole =
    [
        new("PractitionerRole", (role, _) => Telecom(role)),
        new("PractitionerRole", (role, _) => Availability(role)),
        Change.Keep("PractitionerRole", "availabilityExceptions", "string"),
    ];

    public static readonly IReadOnlyList<ConversionRule> Location =
    [
        new("Location", (location, _) => Telecom(location)),
        Change.Rename("Location", "physicalType", "form"),
        Change.Rename("Location.hoursOfOperation", "openingTime", "availableStartTime"),
        Change.Rename("Location.hoursOfOperation", "closingTime", "availableEndTime"),
        new("Location", (location, _) => Hours(location)),
        Change.Keep("Location", "availabilityExceptions", "string"),
    ];

    private static void Telecom(JsonObject owner)
    {
        if (Nodes.Take(owner, "telecom") is { } telecom)
        {
            Nodes.Append(owner, "contact", new JsonObject { ["telecom"] = telecom });
        }
    }

    // A contact detail has one address.
    private static void Addresses(JsonObject organization)
    {
        foreach (var address in Nodes.TakeItems(organization, "address"))
        {
            Nodes.Append(organization, "contact", new JsonObject { ["address"] = address });
        }
    }

    private static void Availability(JsonObject role)
    {
        Nodes.Rename(role, "notAvailable", "notAvailableTime");
        var availability = new JsonObject();
        foreach (var name in (string[])["availableTime", "notAvailableTime"])
        {
            if (Nodes.Take(role, name) is { } times)
            {
                availability[name] = times;
            }
        }

        if (availability.Count > 0)
        {
            Nodes.Append(role, "availability", availability);
        }
    }

    private static void Hours(JsonObject location)
    {
        var hours = Nodes.TakeItems(location, "hoursOfOperation").ToArray();
        if (hours.Length > 0)
        {
            location["hoursOfOperation"] = new JsonObject { ["availableTime"] = new JsonArray(hours) };
        }
    }
}
