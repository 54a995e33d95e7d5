namespace XRayPS.Console.LineEditor;

/// <summary>What a key does.</summary>
internal enum EditAction
{
    None,
    Insert,
    Accept,
    InsertLine,
    Cancel,
    Revert,
    LeaveOrDelete,
    Backspace,
    Delete,
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    Up,
    Down,
    KillWordLeft,
    KillWordRight,
    KillToStart,
    KillToEnd,
    Yank,
    ClearScreen,
    Search,
    Complete,
    CompleteBack,
}
