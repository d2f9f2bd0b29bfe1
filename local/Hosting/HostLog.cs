using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ChildrensTrust.Local.Hosting;

/// <summary>The host's log: one line an event, on standard error, so that standard output stays for results.</summary>
internal static class HostLog
{
    public static void AddHostLog(this ILoggingBuilder logging, LogLevel level)
    {
        logging.SetMinimumLevel(level);
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        logging.AddFilter("Azure", LogLevel.Error);
        logging.AddFilter("Microsoft", LogLevel.Error);

        // A command that does one thing prints what became of each file itself, with its findings.
        if (level > LogLevel.Information)
            logging.AddFilter(typeof(Functions.Landing).FullName, LogLevel.Error);

        // Both repeat with a stack trace what StartAsync throws.
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }
}
