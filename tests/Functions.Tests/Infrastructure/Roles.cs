namespace ChildrensTrust.Functions.Tests.Infrastructure;

/// <summary>Azure's built-in roles, by the ids that are the same in every tenant.</summary>
internal static class Roles
{
    public const string BlobOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    public const string BlobContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    public const string BlobReader = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
    public const string QueueContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    public const string TableContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    public const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
}
