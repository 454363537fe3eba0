"""Channels: the social media that a statement went through."""

from __future__ import annotations

from dragoman.language import Reading, Token
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon


def channels_of(draft: Draft, reading: Reading, lexicon: Lexicon) -> list[str]:
    """The social media that the sentence names as the statement's channel."""
    cue = draft.cue
    if cue is None:
        return []
    found: list[str] = []
    for token in reading.sentence_tokens(reading.sentences[cue.sentence]):
        name = lexicon.channels.get(token.lower)
        if not name or name in found or draft.holds(token.start) or _is_letter(token):
            continue
        if _beside(token, cue):
            found.append(name)
    return found


def _is_letter(token: Token) -> bool:
    """Whether an "x" is not the network: that is a capital after "on"."""
    return token.lower == "x" and (token.text != "X" or token.head.lower != "on")


def _beside(token: Token, cue: Token) -> bool:
    """Whether a word hangs on the cue within a few steps: "tweeted", "the tweet said", "said in a tweet"."""
    for _ in range(7):
        if token is cue or (cue.dep == "conj" and token is cue.head):
            return True
        token = token.head
    return False
