namespace XRayPS.Console.LineEditor;

/// <summary>The actions that concern the text alone.</summary>
internal static class BufferActions
{
    /// <summary>Does an action; one that is none of the text's does nothing.</summary>
    /// <param name="action">The action.</param>
    /// <param name="buffer">The text.</param>
    public static void Apply(EditAction action, LineBuffer buffer)
    {
        switch (action)
        {
            case EditAction.Backspace:
                buffer.Backspace();
                break;
            case EditAction.Delete or EditAction.LeaveOrDelete:
                buffer.Delete();
                break;
            case EditAction.Left:
                buffer.Left();
                break;
            case EditAction.Right:
                buffer.Right();
                break;
            case EditAction.WordLeft:
                buffer.WordLeft();
                break;
            case EditAction.WordRight:
                buffer.WordRight();
                break;
            case EditAction.Home:
                buffer.Home();
                break;
            case EditAction.End:
                buffer.End();
                break;
            case EditAction.KillWordLeft:
                buffer.KillWordLeft();
                break;
            case EditAction.KillWordRight:
                buffer.KillWordRight();
                break;
            case EditAction.KillToStart:
                buffer.KillToStart();
                break;
            case EditAction.KillToEnd:
                buffer.KillToEnd();
                break;
            case EditAction.Yank:
                buffer.Yank();
                break;
        }
    }
}
