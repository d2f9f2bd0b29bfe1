namespace ChildrensTrust.Pipeline.Health;

/// <summary>How a check of the running pipeline came out.</summary>
public enum HealthStatus
{
    /// <summary>As it should be.</summary>
    Pass,

    /// <summary>It works, but someone should look.</summary>
    Warn,

    /// <summary>It does not work, or a figure is at risk.</summary>
    Fail,
}
