using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>One walk through one resource. Each method leaves the reader at the last token of what it was given.</summary>
internal sealed partial class ValidationWalk(R5Definitions definitions)
{
    private readonly List<OutcomeIssue> _issues = [];
    private readonly ElementPath _path = new();
    private readonly ElementTable _companion = definitions.Type("Element")!.Children;

    public IReadOnlyList<OutcomeIssue> Issues => _issues;

    public void Root(ref Utf8JsonReader reader)
    {
        var type = ResourceTypeOf(reader);
        _path.Enter(type ?? "Resource");
        NestedResource(ref reader, type);
        _path.Leave();
    }

    private void NestedResource(ref Utf8JsonReader reader, string? type)
    {
        if (type is null || !definitions.IsResourceType(type))
        {
            Report(IssueCode.Structure, type is null ? "A resource needs a resourceType, such as \"Patient\"." : $"R5 has no resource type '{type}'.");
            reader.Skip();
            return;
        }

        Object(ref reader, definitions.Type(type)!.Children, type);
    }

    /// <param name="reader">At the start of an object.</param>
    /// <param name="table">What it may hold.</param>
    /// <param name="typeName">For messages; a resource type allows resourceType.</param>
    private void Object(ref Utf8JsonReader reader, ElementTable table, string typeName)
    {
        Span<ulong> bits = stackalloc ulong[PropertySet.WordsFor(table)];
        bits.Clear();
        var seen = new PropertySet(bits, table.Properties.Count);
        var isEmpty = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            Property(ref reader, table, seen, typeName);
        }

        if (isEmpty)
        {
            Report(IssueCode.Structure, "An object must not be empty; leave it out.");
        }

        Completeness(table, seen);
    }

    private void Property(ref Utf8JsonReader reader, ElementTable table, scoped PropertySet seen, string typeName)
    {
        var name = reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (table.Property(name) is { } property)
        {
            Value(ref reader, property, seen);
        }
        else if (name.Length > 1 && name[0] == '_' && table.Property(name[1..]) is { IsPrimitive: true, Element.IsSystemString: false } primitive)
        {
            Companion(ref reader, primitive, seen);
        }
        else if (name.SequenceEqual("resourceType"u8) && definitions.IsResourceType(typeName))
        {
            ResourceType(ref reader, seen);
        }
        else
        {
            Unknown(ref reader, table, typeName);
        }
    }

    private void ResourceType(ref Utf8JsonReader reader, scoped PropertySet seen)
    {
        if (!seen.AddResourceType())
        {
            Report(IssueCode.Structure, "resourceType is given twice; leave one.");
        }

        reader.Skip();
    }

    private void Unknown(ref Utf8JsonReader reader, ElementTable table, string typeName)
    {
        var name = reader.GetString()!;
        _path.Enter(name);
        Report(IssueCode.Structure, $"{typeName} has no property '{name}'{NameSuggestion.For(name, table)}");
        _path.Leave();
        reader.Skip();
    }

    private void Completeness(ElementTable table, scoped PropertySet seen)
    {
        foreach (var property in table.Required)
        {
            if (!seen.HasElement(property))
            {
                ReportAt(property, IssueCode.Required, $"{property.Element.Path} is missing; it is required.");
            }
        }

        foreach (var property in seen.AnyNull ? table.Properties : [])
        {
            if (seen.HasNull(property) && !seen.HasCompanion(property))
            {
                ReportAt(property, IssueCode.Structure, $"{property.Name} has a null without _{property.Name} beside it; leave the null out.");
            }
        }
    }

    // The reader is a copy: looking ahead moves nothing.
    private static string? ResourceTypeOf(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("resourceType"u8);
            reader.Read();
            if (isType)
            {
                return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }

            reader.Skip();
        }

        return null;
    }

    private void ReportAt(PropertyDefinition property, string code, string text)
    {
        _path.Enter(property.Element.Name);
        Report(code, text);
        _path.Leave();
    }

    private void Report(string code, string text)
    {
        if (_issues.Count < ResourceValidator.MaxIssues)
        {
            _issues.Add(new OutcomeIssue(IssueSeverity.Error, code, text, _path.ToString()));
        }
    }
}
