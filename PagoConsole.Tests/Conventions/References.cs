using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace PagoConsole.Tests.Conventions;

internal sealed record Arrow(Type From, Type To);

internal static class Assemblies
{
    public static Assembly Core { get; } = Assembly.Load("PagoConsole.Core");

    public static Assembly Host { get; } = Assembly.Load("PagoConsole");
}

/// <summary>Which type uses which, read from signatures and from the instructions of every method.</summary>
internal static class References
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Arrow> Among(Assembly assembly, Func<Type, bool> include) =>
        from type in assembly.GetTypes()
        where !IsGenerated(type) && include(Outermost(type))
        from used in UsedBy(type).SelectMany(Parts).Select(Outermost).Distinct()
        select new Arrow(Outermost(type), used);

    private static bool IsGenerated(Type type) =>
        type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) == true
        || (type.DeclaringType is null && type.IsDefined(typeof(CompilerGeneratedAttribute), false));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static IEnumerable<Type> UsedBy(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (var contract in type.GetInterfaces()) yield return contract;
        foreach (var attribute in type.GetCustomAttributesData()) yield return attribute.AttributeType;
        foreach (var field in type.GetFields(All)) yield return field.FieldType;
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            if (method is MethodInfo { ReturnType: var returned }) yield return returned;
            foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
            if (method.GetMethodBody() is not { } body) continue;
            foreach (var local in body.LocalVariables) yield return local.LocalType;
            foreach (var used in UsedInside(method, body.GetILAsByteArray()!)) yield return used;
        }
    }

    private static IEnumerable<Type> UsedInside(MethodBase method, byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at];
            var code = OpCodesByValue[value];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                foreach (var used in Resolve(method, BitConverter.ToInt32(il, at))) yield return used;
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static IEnumerable<Type> Resolve(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null);
        if (member is Type type) yield return type;
        if (member?.DeclaringType is { } owner) yield return owner;
        if (member is MethodInfo { IsGenericMethod: true } generic)
            foreach (var argument in generic.GetGenericArguments()) yield return argument;
    }

    private static int OperandSize(OperandType kind, byte[] il, int at) => kind switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
        _ => 4,
    };
}
