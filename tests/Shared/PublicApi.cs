using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace TopicModel.Testing;

/// <summary>
/// The public face of a library as text: each public type with its public members. A test project keeps it as PublicApi.txt, so that a
/// change of it is seen in review. UPDATE_EXPECTATIONS=1 rewrites the file.
/// </summary>
internal static class PublicApi
{
    /// <summary>Compares a library with the file of the test project of that name.</summary>
    public static void AssertStored(Assembly assembly, string testProject)
    {
        string path = Repository.PathOf("tests", testProject, "PublicApi.txt"), found = Describe(assembly);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTATIONS") == "1") File.WriteAllText(path, found);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), found);
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(type.IsEnum ? "enum " : type.IsInterface ? "interface " : type.IsValueType ? "struct " : type.IsAbstract && type.IsSealed ? "static class " : type.IsSealed ? "sealed class " : "class ");
            text.Append(Name(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (ConstructorInfo constructor in type.GetConstructors(declared)) yield return $"new({Parameters(constructor.GetParameters())})";
        foreach (FieldInfo field in type.GetFields(declared).Where(field => !field.IsSpecialName))
            yield return field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}" : $"{Name(field.FieldType)} {field.Name}";
        foreach (PropertyInfo property in type.GetProperties(declared)) yield return Describe(property);
        foreach (MethodInfo method in type.GetMethods(declared).Where(method => !method.IsSpecialName && !method.Name.Contains('<') && method.Name is not ("Equals" or "GetHashCode" or "ToString")))
            yield return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method.GetParameters())})";
    }

    private static string Describe(PropertyInfo property)
    {
        string name = property.GetIndexParameters().Length > 0 ? $"this[{Parameters(property.GetIndexParameters())}]" : property.Name;
        bool required = property.GetCustomAttribute<RequiredMemberAttribute>() is not null;
        string set = property.SetMethod is not { IsPublic: true } setter ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        return $"{(required ? "required " : "")}{Nullable(property)} {name} {{ get;{set} }}";
    }

    private static string Nullable(PropertyInfo property) =>
        Name(property.PropertyType) + (new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable && !property.PropertyType.IsValueType ? "?" : "");

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Name(Type type)
    {
        if (type.IsByRef) return "out " + Name(type.GetElementType()!);
        if (System.Nullable.GetUnderlyingType(type) is { } underlying) return Name(underlying) + "?";
        if (!type.IsGenericType) return type.FullName ?? type.Name;
        return $"{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
