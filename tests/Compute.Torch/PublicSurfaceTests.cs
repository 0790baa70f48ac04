using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace TorchSharp.Tests;

/// <summary>
/// docs/torch-surface.md is the public surface of the engine; it changes on purpose only. TORCH_SURFACE=write makes it anew.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void TheSurfaceIsTheOneWrittenDown()
    {
        var surface = Surface();
        if (Environment.GetEnvironmentVariable("TORCH_SURFACE") == "write")
        {
            File.WriteAllText(Snapshot(), surface);
        }

        Assert.Equal(File.ReadAllText(Snapshot()), surface);
    }

    private static string Snapshot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GenoMed.Fhir.slnx")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("No folder above holds GenoMed.Fhir.slnx."), "docs", "torch-surface.md");
    }

    private static string Surface()
    {
        var text = new StringBuilder("# Public surface of Compute/Torch\n\nMade from the assembly by `TORCH_SURFACE=write dotnet test --project tests/Compute.Torch -c Release`, and checked by a test.\n");
        foreach (var type in typeof(torch).Assembly.GetTypes().Where(IsVisible).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var members = type.GetMembers(Declared).Where(IsVisible).Select(Line).Distinct().Order(StringComparer.Ordinal).ToArray();
            text.Append($"\n## {type.FullName!.Replace('+', '.')}\n\n");
            foreach (var member in members)
            {
                text.Append($"- `{member}`\n");
            }
        }

        return text.ToString();
    }

    private static bool IsVisible(Type type) => (type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType!))) && !type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !IsAccessor(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute)),
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetAccessors(true).Any(accessor => accessor.IsPublic || accessor.IsFamily),
        _ => false,
    };

    private static bool IsAccessor(MethodBase method) => method.IsSpecialName && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal));

    private static string Line(MemberInfo member) => member switch
    {
        MethodInfo method => $"{(method.IsStatic ? "static " : string.Empty)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property => $"{Name(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : string.Empty)}{(property.SetMethod is { IsPublic: true } ? "set; " : string.Empty)}}}",
        FieldInfo field => $"{Name(field.FieldType)} {field.Name}",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {Default(p)}" : string.Empty)}"));

    private static string Default(ParameterInfo parameter) => FormattableString.Invariant($"{parameter.DefaultValue ?? "null"}");

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return $"{Name(inner)}?";
        }

        var arguments = type.GetGenericArguments();
        var name = type.Name.Split('`')[0];
        return arguments.Length == 0 || type.IsArray ? name : $"{name}<{string.Join(", ", arguments.Select(Name))}>";
    }
}
