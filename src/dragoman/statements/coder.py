"""The statements of a reading."""

from __future__ import annotations

import re

from dragoman.actors import ActorIndex
from dragoman.language import Reading
from dragoman.records import Act, Actor, ActorKind, Form, Statement, Why, record_id
from dragoman.statements.acts import act_of, content_tokens
from dragoman.statements.attachment import attach_quotes
from dragoman.statements.circumstances import channels_of, conditions_of, date_of
from dragoman.statements.cues import find_cues
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon, lexicon
from dragoman.statements.quotes import Quote, find_quotes

_WORD = re.compile(r"\w+")
_REPEAT = 0.6  # share of a caption's words that the body must have for a repeat


def find_statements(reading: Reading, actors: ActorIndex) -> tuple[Statement, ...]:
    """The statements that a reading reports, in order of the text.

    Args:
        reading: the reading, with mentions, chains and times.
        actors: the actors of that reading.
    """
    cues = lexicon()
    quotes = find_quotes(reading.article)
    drafts = attach_quotes(list(find_cues(reading, cues)), quotes, reading, cues)
    return _Coder(reading, actors, cues, quotes).code(drafts)


class _Coder:
    """Turns drafts into statements of one reading."""

    def __init__(self, reading: Reading, actors: ActorIndex, cues: Lexicon, quotes: list[Quote]) -> None:
        self._reading = reading
        self._actors = actors
        self._cues = cues
        self._quotes = quotes

    def code(self, drafts: list[Draft]) -> tuple[Statement, ...]:
        """The statements, in order."""
        drafts = self._nest([d for d in drafts if self._holds_speech(d)])
        found: list[Statement] = []
        ids: dict[int, str] = {}
        for draft in drafts:
            for statement in self._statements(draft, ids):
                found.append(statement)
                ids.setdefault(id(draft), statement.id)
        return tuple(self._mark_repeats(found))

    def _holds_speech(self, draft: Draft) -> bool:
        return draft.source is not None or draft.cue is None or draft.act is Act.DECLINE

    def _nest(self, drafts: list[Draft]) -> list[Draft]:
        """Give each draft the smallest other one whose content holds its cue."""
        for draft in drafts:
            place = draft.cue.start if draft.cue is not None else draft.start
            around = [d for d in drafts if d is not draft and d.holds(place)]
            draft.within = min(around, key=lambda d: d.end - d.start, default=None)
        return drafts

    def _statements(self, draft: Draft, ids: dict[int, str]) -> list[Statement]:
        reading = self._reading
        article = reading.article
        speakers = self._speakers(draft)
        tokens = content_tokens(draft, reading)
        act = act_of(draft, tokens, frozenset(), None)
        content = tuple(article.span(s, e) for s, e in draft.content.pieces)
        cue = self._cue_spans(draft)
        source = self._source_span(draft)
        said = date_of(draft, reading)
        via = tuple(channels_of(draft, reading, self._cues))
        conditions = conditions_of(draft, reading)
        form = self._form(draft)
        return [
            Statement(
                id=record_id("statement", article.id, content, cue, speaker, act),
                article=article.id,
                source=source,
                speaker=speaker,
                cue=cue,
                content=content,
                form=form,
                act=act,
                addressee=self._addressee(draft),
                said=said,
                via=via,
                within=ids.get(id(draft.within)) if draft.within is not None else None,
                conditions=conditions,
                negated=draft.negated,
                why=Why(draft.rule),
            )
            for speaker in speakers
        ]

    def _speakers(self, draft: Draft) -> list[Actor | None]:
        head = draft.source or (draft.speaks_as.source if draft.speaks_as else None)
        if head is None:
            return [None]
        found = self._actors.actors(head)
        if found:
            return list(found)
        name = self._reading.words([t for t in head.subtree() if t.index <= head.index])
        return [Actor(name, ActorKind.PERSON)]

    def _addressee(self, draft: Draft) -> str | None:
        head = draft.content.addressee
        if head is None:
            return None
        found = self._actors.actors(head)
        return " and ".join(a.name for a in found) or self._reading.words(head.subtree())

    def _cue_spans(self, draft: Draft) -> tuple:
        spans = []
        for token in draft.cue_tokens:
            if spans and spans[-1].end + 1 >= token.start:
                spans[-1] = self._reading.article.span(spans[-1].start, token.end)
            else:
                spans.append(self._reading.article.span(token.start, token.end))
        return tuple(spans)

    def _source_span(self, draft: Draft):
        if draft.source is None:
            return None
        tokens = [t for t in draft.source.subtree() if not draft.holds(t.start)]
        if not tokens:
            tokens = [draft.source]
        return self._reading.article.span(tokens[0].start, tokens[-1].end)

    def _form(self, draft: Draft) -> Form:
        text = self._reading.article.text
        covered = total = 0
        for start, end in draft.content.pieces:
            for match in _WORD.finditer(text, start, end):
                total += 1
                covered += any(q.start <= match.start() < q.end for q in self._quotes)
        if total and covered == total:
            return Form.DIRECT
        return Form.MIXED if covered else Form.INDIRECT

    def _mark_repeats(self, statements: list[Statement]) -> list[Statement]:
        return statements
