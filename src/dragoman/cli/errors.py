"""How an error is told: one line that says what was wrong, where, and what to do."""

from __future__ import annotations

EXPECTED = (OSError, ValueError, LookupError, RuntimeError)  # the families of our own and of files' errors


def describe(error: Exception, source: str | None = None) -> str:
    """An error in one line.

    Args:
        error: the error.
        source: the input that it came from, if one did; it goes before the message unless that names it.
    """
    if isinstance(error, OSError) and error.strerror:
        name = error.filename or source
        message = f"{name}: {error.strerror}: check the name and your rights" if name else error.strerror
    elif isinstance(error, EXPECTED) and type(error) not in {KeyError, IndexError}:
        message = str(error)
    else:
        message = (
            f"fault in the program, {type(error).__name__}: {error}: "
            "run again with --debug and report what it shows"
        )
    message = " ".join(message.split())
    return message if source is None or source in message else f"{source}: {message}"
