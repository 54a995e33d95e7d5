namespace XRayPS.Core.Filters.Evaluation;

/// <summary>How the keywords of a scope are read. Names are checked before: every other one is a mistake here.</summary>
/// <typeparam name="T">What is read.</typeparam>
internal abstract class Fields<T>
{
    internal abstract Func<T, Verdict> Flag(string name);

    internal abstract Func<T, double?> Number(string name);

    /// <summary>Whether some value passes; a null test asks for any value.</summary>
    internal abstract Func<T, TextTest?, bool> Text(string name);

    internal virtual Func<T, AnnotationTest, bool> Annotation(string name, string key) => throw NotHere(name);

    protected static Verdict Of(bool? flag) => flag is true ? Verdict.Yes : Verdict.No;

    protected static bool Passes(string? value, TextTest? test) => value is not null && (test is null || test.IsMatch(value));

    protected static InvalidOperationException NotHere(string name) => new($"{name} cannot be read from {typeof(T).Name}.");
}
