using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>
/// The step <c>.name</c>. It remembers the type that it met last and the element found for it, since a step sees one type
/// nearly always; a race between threads only repeats the look-up.
/// </summary>
/// <param name="name">The element.</param>
/// <param name="wanted">The only type that whoever takes the result will keep, or null for any.</param>
internal sealed class MemberAccess(string name, TypeSpecifier? wanted = null)
{
    private readonly byte[] _utf8Name = Encoding.UTF8.GetBytes(name);
    private Resolution? _last;
    private MemberVariant? _lastVariant;

    public FhirPathCollection Evaluate(FhirPathCollection focus, Scope scope)
    {
        var found = new CollectionBuilder();
        foreach (var item in focus)
        {
            Collect(item, scope.IsStrict, ref found);
        }

        if (found.Count > 1)
        {
            scope.Evaluation.Charge(found.Count);
        }

        return found.Build();
    }

    public void Collect(FhirPathValue item, bool isStrict, ref CollectionBuilder found)
    {
        if (item.Element.ValueKind == JsonValueKind.Object)
        {
            CollectElement(item, isStrict, ref found);
        }
        else if (item.IsSystem)
        {
            CollectSystem(item, isStrict, ref found);
        }
        else if (item.TypeInfo.IsPrimitive && name is "extension" or "id" && item.Shadow is { ValueKind: JsonValueKind.Object } shadow)
        {
            Collect(new FhirPathValue(FhirPathType.Find("Element")!, shadow, item, null), isStrict, ref found);
        }
        else if (isStrict && name is not ("extension" or "id") && Resolve(item.TypeInfo).Member is null)
        {
            throw Unknown(item);
        }
    }

    private void CollectElement(FhirPathValue item, bool isStrict, ref CollectionBuilder found)
    {
        var resolution = Resolve(item.TypeInfo);
        if (resolution.Member is { } member)
        {
            if (member.IsChoice && resolution.Only is { } only)
            {
                Nodes.Add(item, only, ref found);
            }
            else if (member.IsChoice)
            {
                CollectChoice(item, member, ref found);
            }
            else
            {
                Nodes.Add(item, member.Variants[0], ref found);
            }
        }
        else if (item.TypeInfo.IsOpen)
        {
            OpenMembers.Add(item, name, ref found);
        }
        else if (isStrict)
        {
            throw Unknown(item);
        }
        else if (item.TypeInfo.Property(_utf8Name) is { } spelledAsJson)
        {
            Nodes.Add(item, spelledAsJson, ref found);
        }
    }

    private void CollectChoice(FhirPathValue item, FhirPathMember member, ref CollectionBuilder found)
    {
        // Mostly the same type as the last time: one look-up instead of a walk over all properties.
        var (before, guess) = (found.Count, _lastVariant);
        if (guess is not null && Array.IndexOf(member.Variants, guess) >= 0)
        {
            Nodes.Add(item, guess, ref found);
            if (found.Count > before)
            {
                return;
            }
        }

        foreach (var property in item.Element.EnumerateObject())
        {
            var jsonName = JsonMarshal.GetRawUtf8PropertyName(property);
            jsonName = jsonName.Length > 0 && jsonName[0] == (byte)'_' ? jsonName[1..] : jsonName;
            if (jsonName.StartsWith(member.Utf8Name) && member.Variant(jsonName) is { } variant)
            {
                _lastVariant = variant;
                Nodes.Add(item, variant, ref found);
                return;
            }
        }
    }

    private void CollectSystem(FhirPathValue item, bool isStrict, ref CollectionBuilder found)
    {
        FhirPathValue? value = (item.Value, name) switch
        {
            (FhirPathQuantity quantity, "value") => FhirPathValue.Of(quantity.Value),
            (FhirPathQuantity quantity, "unit" or "code") => FhirPathValue.Of(quantity.Unit),
            (ReflectedType type, "name") => FhirPathValue.Of(type.Name),
            (ReflectedType type, "namespace") => FhirPathValue.Of(type.Namespace),
            _ when isStrict => throw Unknown(item),
            _ => null,
        };
        if (value is not null)
        {
            found.Add(value);
        }
    }

    private Resolution Resolve(FhirPathType type)
    {
        var last = _last;
        if (last is null || !ReferenceEquals(last.Type, type))
        {
            var member = type.Member(name);
            _last = last = new Resolution(type, member, wanted is null ? null : member?.Only(wanted));
        }

        return last;
    }

    private FhirPathException Unknown(FhirPathValue item) => new($"{item.Type} has no element '{name}'.");

    private sealed record Resolution(FhirPathType Type, FhirPathMember? Member, MemberVariant? Only);
}
