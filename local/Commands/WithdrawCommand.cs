using System.CommandLine;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Local.Storage;
using ChildrensTrust.Pipeline.Findings;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Local.Commands;

/// <summary><c>withdraw</c> and <c>reinstate</c>: take a release out of use, and bring it back.</summary>
internal static class WithdrawCommand
{
    public static Command Withdraw(StorageOptions storage) =>
        Create(
            "withdraw",
            "Take a release out of use: no later snapshot reads it. Snapshots already made stay as they are, and "
                + "those that used it are named.",
            withdraw: true,
            storage
        );

    public static Command Reinstate(StorageOptions storage) =>
        Create("reinstate", "Bring a withdrawn release back into use.", withdraw: false, storage);

    private static Command Create(string name, string description, bool withdraw, StorageOptions storage)
    {
        var release = new Argument<string>("RELEASE") { Description = "The release's id; status lists them." };
        var by = new Option<string>("--by")
        {
            Description = "Who decides. It is shown on the page of the release.",
            HelpName = "NAME",
            Required = true,
        };
        var reason = new Option<string>("--reason")
        {
            Description = "Why. It is shown there too.",
            HelpName = "TEXT",
            Required = true,
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON document to standard output." };
        var command = new Command(name, description) { release, by, reason, json };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    storage.ReadExisting(parsed),
                    withdraw,
                    (parsed.GetValue(release)!, parsed.GetValue(by)!, parsed.GetValue(reason)!),
                    parsed.GetValue(json),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        StorageChoice choice,
        bool withdraw,
        (string Release, string By, string Reason) decision,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var screen = new ConsoleOutput(json);
        await using var workplace = await Session.OpenAsync(choice, screen, cancellationToken);
        var withdrawal = workplace.Get<ReleaseWithdrawal>();
        var outcome = await (
            withdraw
                ? withdrawal.WithdrawAsync(decision.Release, decision.By, decision.Reason, cancellationToken)
                : withdrawal.ReinstateAsync(decision.Release, decision.By, decision.Reason, cancellationToken)
        );
        if (outcome.Release is not { } release)
        {
            var sentence = $"{outcome.Refusal!.Message} {outcome.Refusal.Guidance}";
            throw outcome.Refusal.Code == Check.ReleaseRefused.Code
                ? new UserFaultException(sentence)
                : UserFaultException.Asked(sentence);
        }

        var used = await workplace.Get<SnapshotUse>().OfAsync(release.Id, cancellationToken);
        if (json)
            ConsoleOutput.Document(WithdrawalDocument.For(outcome, used));
        else
            Write(screen, outcome, used);
        return ExitCode.Done;
    }

    private static void Write(ConsoleOutput screen, WithdrawalOutcome outcome, IReadOnlyList<SnapshotHeader> used)
    {
        var release = outcome.Release!;
        screen.Tell($"{release.File} (release {release.Id}): {release.Outcome}{(outcome.WasSo ? ", as before" : "")}");
        foreach (var step in release.Withdrawal?.Steps ?? [])
            screen.Tell(
                $"  {(step.IsWithdrawn ? "withdrawn" : "reinstated")} on {step.At:yyyy-MM-dd} by {step.By}: "
                    + $"{step.Reason}"
            );
        screen.Tell(used.Count == 0 ? "  no snapshot used it" : "  snapshots that used it, which stay as they are:");
        foreach (var header in used)
            screen.Tell(
                $"    {header.AreaName}, as at {header.AsAt:yyyy-MM-dd}, version {header.Version}, compiled on "
                    + $"{header.Compiled:yyyy-MM-dd} ({header.Folder})"
            );
    }
}
