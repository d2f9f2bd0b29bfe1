using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Local.Hosting;

/// <summary>Calls a function: its class from the services, its parameters from what the trigger gives.</summary>
internal sealed class FunctionInvoker(IServiceProvider services)
{
    private static readonly Dictionary<string, string> NoParts = [];

    /// <param name="trigger">What the trigger gives: a blob client, the timer's state or a request.</param>
    /// <param name="parts">For each part of the trigger's pattern, its text; for parameters of that name.</param>
    /// <returns>What the function returns; null for none.</returns>
    public async Task<object?> InvokeAsync(
        HostedFunction function,
        object trigger,
        IReadOnlyDictionary<string, string>? parts,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var method = function.Method;
        var instance = method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(scope.ServiceProvider, method.DeclaringType!);
        var arguments = Array.ConvertAll(
            method.GetParameters(),
            parameter => Bind(function, parameter, trigger, parts ?? NoParts, cancellationToken)
        );

        var returned = method.Invoke(
            instance,
            BindingFlags.DoNotWrapExceptions,
            binder: null,
            arguments,
            culture: null
        );
        if (returned is not Task task)
            return returned;

        await task;
        return method.ReturnType.IsGenericType
            ? method.ReturnType.GetProperty(nameof(Task<>.Result))!.GetValue(task)
            : null;
    }

    private static object Bind(
        HostedFunction function,
        ParameterInfo parameter,
        object trigger,
        IReadOnlyDictionary<string, string> parts,
        CancellationToken cancellationToken
    )
    {
        if (parameter.ParameterType.IsInstanceOfType(trigger))
            return trigger;
        if (parameter.ParameterType == typeof(CancellationToken))
            return cancellationToken;
        if (parameter.ParameterType == typeof(string) && parts.TryGetValue(parameter.Name!, out var text))
            return text;

        throw new NotSupportedException(
            $"The local host cannot bind the parameter {parameter.Name} of the function {function.Name}."
        );
    }
}
