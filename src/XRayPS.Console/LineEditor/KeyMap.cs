namespace XRayPS.Console.LineEditor;

/// <summary>
/// Which key does what: those of PowerShell's own editor, and those that a Unix shell has taught to fingers.
/// </summary>
internal static class KeyMap
{
    private static readonly Dictionary<(ConsoleModifiers Modifiers, ConsoleKey Key), EditAction> Keys = new()
    {
        [(0, ConsoleKey.Enter)] = EditAction.Accept,
        [(ConsoleModifiers.Shift, ConsoleKey.Enter)] = EditAction.InsertLine,
        [(ConsoleModifiers.Alt, ConsoleKey.Enter)] = EditAction.InsertLine,
        [(ConsoleModifiers.Control, ConsoleKey.J)] = EditAction.Accept,
        [(ConsoleModifiers.Control, ConsoleKey.M)] = EditAction.Accept,
        [(0, ConsoleKey.Escape)] = EditAction.Revert,
        [(ConsoleModifiers.Control, ConsoleKey.C)] = EditAction.Cancel,
        [(ConsoleModifiers.Control, ConsoleKey.D)] = EditAction.LeaveOrDelete,
        [(0, ConsoleKey.Backspace)] = EditAction.Backspace,
        [(ConsoleModifiers.Shift, ConsoleKey.Backspace)] = EditAction.Backspace,
        [(ConsoleModifiers.Control, ConsoleKey.H)] = EditAction.Backspace,
        [(0, ConsoleKey.Delete)] = EditAction.Delete,
        [(0, ConsoleKey.LeftArrow)] = EditAction.Left,
        [(ConsoleModifiers.Control, ConsoleKey.B)] = EditAction.Left,
        [(0, ConsoleKey.RightArrow)] = EditAction.Right,
        [(ConsoleModifiers.Control, ConsoleKey.F)] = EditAction.Right,
        [(ConsoleModifiers.Control, ConsoleKey.LeftArrow)] = EditAction.WordLeft,
        [(ConsoleModifiers.Alt, ConsoleKey.LeftArrow)] = EditAction.WordLeft,
        [(ConsoleModifiers.Alt, ConsoleKey.B)] = EditAction.WordLeft,
        [(ConsoleModifiers.Control, ConsoleKey.RightArrow)] = EditAction.WordRight,
        [(ConsoleModifiers.Alt, ConsoleKey.RightArrow)] = EditAction.WordRight,
        [(ConsoleModifiers.Alt, ConsoleKey.F)] = EditAction.WordRight,
        [(0, ConsoleKey.Home)] = EditAction.Home,
        [(ConsoleModifiers.Control, ConsoleKey.A)] = EditAction.Home,
        [(0, ConsoleKey.End)] = EditAction.End,
        [(ConsoleModifiers.Control, ConsoleKey.E)] = EditAction.End,
        [(0, ConsoleKey.UpArrow)] = EditAction.Up,
        [(ConsoleModifiers.Control, ConsoleKey.P)] = EditAction.Up,
        [(0, ConsoleKey.DownArrow)] = EditAction.Down,
        [(ConsoleModifiers.Control, ConsoleKey.N)] = EditAction.Down,
        [(ConsoleModifiers.Control, ConsoleKey.W)] = EditAction.KillWordLeft,
        [(ConsoleModifiers.Alt, ConsoleKey.Backspace)] = EditAction.KillWordLeft,
        [(ConsoleModifiers.Control, ConsoleKey.Backspace)] = EditAction.KillWordLeft,
        [(ConsoleModifiers.Alt, ConsoleKey.D)] = EditAction.KillWordRight,
        [(ConsoleModifiers.Control, ConsoleKey.Delete)] = EditAction.KillWordRight,
        [(ConsoleModifiers.Control, ConsoleKey.U)] = EditAction.KillToStart,
        [(ConsoleModifiers.Control, ConsoleKey.K)] = EditAction.KillToEnd,
        [(ConsoleModifiers.Control, ConsoleKey.Y)] = EditAction.Yank,
        [(ConsoleModifiers.Control, ConsoleKey.L)] = EditAction.ClearScreen,
        [(ConsoleModifiers.Control, ConsoleKey.R)] = EditAction.Search,
        [(0, ConsoleKey.Tab)] = EditAction.Complete,
        [(ConsoleModifiers.Control, ConsoleKey.I)] = EditAction.Complete,
        [(ConsoleModifiers.Shift, ConsoleKey.Tab)] = EditAction.CompleteBack,
    };

    /// <summary>What a key does.</summary>
    /// <param name="key">The key.</param>
    public static EditAction ActionOf(ConsoleKeyInfo key)
    {
        if (Keys.TryGetValue((key.Modifiers, key.Key), out EditAction action))
        {
            return action;
        }

        // Right Alt on Windows comes as Control and Alt with the character that it makes.
        bool isText = !char.IsControl(key.KeyChar)
            && key.KeyChar != '\0'
            && key.Modifiers is not (ConsoleModifiers.Alt or ConsoleModifiers.Control);
        return isText ? EditAction.Insert : EditAction.None;
    }
}
