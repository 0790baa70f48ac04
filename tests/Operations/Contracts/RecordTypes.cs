using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GenoMed.Fhir.Operations.Contracts;

namespace GenoMed.Fhir.Operations.Tests.Contracts;

/// <summary>Walks the records of the contracts.</summary>
internal static class RecordTypes
{
    public static IEnumerable<(OperationContract Operation, Type Input, Type Output)> All()
        => typeof(ContractCatalog).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(TypedContract<,>))
            .Select(property => Of(property.GetValue(null)!));

    public static IEnumerable<string> ParameterNames(Type record) => Properties(record).Select(ParameterName);

    public static IEnumerable<PropertyInfo> Properties(Type record) => record.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static Type Element(Type type)
        => Nullable.GetUnderlyingType(type) ?? (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type);

    /// <summary>The record and the records inside it.</summary>
    public static IEnumerable<Type> Walk(Type record)
        => [record, .. Properties(record).Select(property => Element(property.PropertyType)).Where(IsRecord).SelectMany(Walk)];

    public static bool IsRecord(Type type) => type.Namespace!.StartsWith("GenoMed.Fhir.Operations.Contracts", StringComparison.Ordinal);

    public static void Describe(StringBuilder text, Type record)
    {
        foreach (var type in Walk(record).Distinct())
        {
            text.Append($"  record {type.Name}({string.Join(", ", Properties(type).Select(property => $"{property.Name}: {Shown(property.PropertyType)}"))})\n");
        }
    }

    private static string Shown(Type type)
        => Nullable.GetUnderlyingType(type) is { } inner ? $"{inner.Name}?" : type.IsGenericType ? $"list of {Element(type).Name}" : type.Name;

    private static string ParameterName(PropertyInfo property)
        => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static (OperationContract Operation, Type Input, Type Output) Of(object contract)
    {
        var arguments = contract.GetType().GetGenericArguments();
        return ((OperationContract)contract.GetType().GetProperty("Operation")!.GetValue(contract)!, arguments[0], arguments[1]);
    }
}
