using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ChildrensTrust.EndToEnd.Tests.Architecture;

/// <summary>The types that a type uses: in what it declares and in what its methods do.</summary>
internal static class UsedTypes
{
    /// <summary>Every type that a type and what is nested in it use, whatever the compiler made of it.</summary>
    public static IEnumerable<TypeReference> Of(TypeDefinition type) =>
        Declared(type).Concat(type.Methods.SelectMany(Of)).Concat(type.NestedTypes.SelectMany(Of)).SelectMany(Parts);

    private static IEnumerable<TypeReference?> Declared(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.Fields.Select(f => f.FieldType),
            .. type.Properties.Select(p => p.PropertyType),
            .. type.CustomAttributes.Select(a => a.AttributeType),
        ];

    private static IEnumerable<TypeReference?> Of(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method.HasBody ? method.Body.Variables.Select(v => v.VariableType) : [],
            .. method.HasBody ? method.Body.Instructions.SelectMany(Of) : [],
        ];

    private static IEnumerable<TypeReference?> Of(Instruction instruction) =>
        instruction.Operand switch
        {
            GenericInstanceMethod call =>
            [
                .. call.GenericArguments,
                call.DeclaringType,
                call.ReturnType,
                .. call.Parameters.Select(p => p.ParameterType),
            ],
            MethodReference call =>
            [
                call.DeclaringType,
                call.ReturnType,
                .. call.Parameters.Select(p => p.ParameterType),
            ],
            FieldReference field => [field.DeclaringType, field.FieldType],
            TypeReference type => [type],
            _ => [],
        };

    /// <summary>A type with its generic arguments, and what it is an array of.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
            TypeSpecification of => Parts(of.ElementType),
            _ => [type],
        };
}
