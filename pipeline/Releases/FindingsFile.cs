using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Screening;
using CsvHelper;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Writes findings.csv beside a refused file, for the person who dropped it.</summary>
internal static class FindingsFile
{
    public static async Task WriteAsync(BlobContainerClient quarantine, Release release, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await using (var csv = CsvWriter.Create(text, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            string[] header = ["severity", "code", "row", "column", "message", "guidance"];
            foreach (var name in header)
                csv.WriteField(name);
            csv.EndRecord();
            foreach (var f in findings)
            {
                csv.WriteField(f.Severity.ToString());
                csv.WriteField(f.Code);
                csv.WriteField(f.Row);
                csv.WriteField(f.Column ?? "");
                csv.WriteField(f.Message);
                csv.WriteField(f.Guidance);
                csv.EndRecord();
            }
        }
        text.Position = 0;
        await quarantine.GetBlobClient($"{release.Id}/findings.csv").UploadAsync(text, overwrite: true, cancellationToken);
    }
}
