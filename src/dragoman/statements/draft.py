"""Drafts: attributions under construction, before they become records."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.language import Token
from dragoman.records import Act

Piece = tuple[int, int]  # offsets in the article's text, half open


@dataclass(slots=True)
class Content:
    """The words that hold what was said.

    Args:
        pieces: offsets of its pieces, in order.
        kind: "clause", "quote", "inf", "ing", "object", "as" or a preposition.
        root: the token that governs it; None for a quotation beside the syntax.
        addressee: the token that heads who is addressed by the construction.
    """

    pieces: list[Piece]
    kind: str
    root: Token | None = None
    addressee: Token | None = None


@dataclass(slots=True)
class Draft:
    """One attribution: who (source) reports (cue) what (content).

    Args:
        cue: the cue's main token; None where a quotation stands alone.
        cue_tokens: all tokens of the cue, in order.
        source: head of the noun phrase that names the speaker; None where no words do.
        content: what was said.
        act: the act that the cue reports; the content may decide another.
        rule: name of the rule, for explanation.
        negated: whether the cue is negated.
        within: the attribution whose content holds this one.
        speaks_as: an earlier attribution whose speaker goes on in running dialogue.
        attitude: the act of the speaker's own attitude that governs the content.
        relays: the words of somebody else that it does no more than report.
        via: media credited for carrying it. interviewers: those of them that it was said to.
        lifted: whether the cue goes on from an earlier report, though the parser joined it to what that says.
        recorded: whether a cue of its kind makes a statement to record.
    """

    cue: Token | None
    cue_tokens: list[Token]
    source: Token | None
    content: Content
    act: Act
    rule: str
    negated: bool = False
    within: Draft | None = None
    speaks_as: Draft | None = None
    attitude: Act | None = None
    relays: list[Piece] = field(default_factory=list)
    via: list[str] = field(default_factory=list)
    interviewers: list[str] = field(default_factory=list)
    lifted: bool = False
    recorded: bool = True

    @property
    def start(self) -> int:
        """Offset of the first word of the content."""
        return self.content.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset behind the last word of the content."""
        return self.content.pieces[-1][1]

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in the content."""
        return any(start <= offset < end for start, end in self.content.pieces)
