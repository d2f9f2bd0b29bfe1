using ChildrensTrust.Functions.Http;
using ChildrensTrust.Tests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace ChildrensTrust.Functions.Tests;

public sealed class FaultAnswerTests
{
    [Fact]
    public void An_exception_is_logged_whole_and_its_mark_is_in_the_answer_alone()
    {
        var log = new Recorder();
        var answer = FaultAnswer.For(log, "ReadPages", new InvalidOperationException("secret"));

        var problem = answer.ShouldBeOfType<ObjectResult>().Value.ShouldBeOfType<ProblemDetails>();
        (problem.Status, problem.Detail!.Contains("secret", StringComparison.Ordinal)).ShouldBe((500, false));
        var (level, line, fault) = log.Lines.ShouldHaveSingleItem();
        (level, fault!.Message).ShouldBe((LogLevel.Error, "secret"));
        var mark = problem.Detail.Split(' ')[^1].TrimEnd('.');
        (mark.Length > 20, line.Contains(mark, StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public void Every_function_of_the_app_is_within_it() =>
        File.ReadAllText(Path.Combine(SourceFolder.Of("functions"), "Program.cs"))
            .ShouldContain("builder.ConfigureFunctionsWebApplication();\nbuilder.UseMiddleware<FaultMiddleware>();\n");

    private sealed class Recorder : ILogger
    {
        public List<(LogLevel Level, string Line, Exception? Fault)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add((logLevel, formatter(state, exception), exception));
    }
}
