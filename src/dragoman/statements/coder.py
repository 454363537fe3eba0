"""The statements of a reading."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors import ActorIndex
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, Date, Statement, Why, record_id
from dragoman.statements.acts import Weighing, act_of, content_tokens
from dragoman.statements.addressees import addressee_of_statement
from dragoman.statements.animacy import is_abstract, is_animate
from dragoman.statements.assertion import (
    holds_matter,
    is_asserted,
    is_possible,
    is_share,
    is_trace,
    is_undone,
)
from dragoman.statements.attributions import cue_spans, find_drafts, source_span
from dragoman.statements.carriers import Carriers
from dragoman.statements.channels import channels_of
from dragoman.statements.conditions import conditions_of
from dragoman.statements.draft import Draft
from dragoman.statements.highlights import Highlights
from dragoman.statements.holders import Holders
from dragoman.statements.lexicon import Lexicon, lexicon
from dragoman.statements.nesting import fold_own_attitudes, nest
from dragoman.statements.occasions import Occasions
from dragoman.statements.quotes import Quote, find_quotes, form_of
from dragoman.statements.repeats import mark_repeats
from dragoman.statements.sides import sides_of

_REBEL = "REB"
_NOBODY = frozenset({"you", "there"})
_THINGS = frozenset(
    "it that this which what everything detail process policy agreement situation use case".split()
)
_EXPLAINING = frozenset({"relcl", "acl", "prep", "poss", "appos"})
_RUMOURS = frozenset({"reports", "rumours", "rumors"})
_POINTING = frozenset({"the", "this", "that"})
_VOICED = frozenset(
    "communique communiqué declaration order decree notice article message statement".split()
)  # of occasions


def find_statements(reading: Reading, actors: ActorIndex) -> tuple[Statement, ...]:
    """The statements that a reading reports, in order of the text.

    Args:
        reading: the reading, with mentions, chains and times.
        actors: the actors of that reading.
    """
    cues = lexicon()
    quotes = find_quotes(reading.article)
    drafts = find_drafts(reading, quotes, cues)
    return _Coder(reading, actors, cues, quotes).code(drafts)


class _Coder:
    """Turns drafts into statements of one reading."""

    def __init__(self, reading: Reading, actors: ActorIndex, cues: Lexicon, quotes: list[Quote]) -> None:
        self._reading = reading
        self._actors = actors
        self._cues = cues
        self._quotes = quotes

    def code(self, drafts: list[Draft]) -> tuple[Statement, ...]:
        """The statements, in order of the text; a caption that repeats one is marked."""
        drafts = nest([d for d in drafts if self._counts(d)])
        drafts = Carriers(self._reading, self._actors, self._cues).credit(drafts)
        drafts = fold_own_attitudes(drafts, self._reading, self._quotes, self._actors)
        spoken = [(draft, speaker) for draft in drafts for speaker in self._speakers(draft)]
        holders = Holders([speaker for _, speaker in spoken if speaker is not None], self._cues)
        spoken = [(draft, holders.named(speaker) if speaker else None) for draft, speaker in spoken]
        highlights = Highlights(self._reading.article)
        spoken = [(d, who) for d, who in spoken if who is None or not highlights.tell(d, who.name)]
        occasions = Occasions(self._reading, self._actors, self._cues, spoken)
        found: list[Statement] = []
        ids: dict[int, str] = {}
        for draft, speaker in spoken:
            said = occasions.date_of(draft, speaker)
            statement = self._statement(draft, speaker, said, ids)
            found.append(statement)
            ids.setdefault(id(draft), statement.id)
        return mark_repeats(tuple(found), self._reading)

    def _counts(self, draft: Draft) -> bool:
        """Whether a draft is of a kind to record: attitudes and weak reports only of known actors.

        "We" and "I" outside quotations are the outlet's own voice.
        """
        if draft.source is None or draft.cue is None:
            return True
        if not draft.recorded or self._is_outlets_voice(draft.source) or not is_asserted(draft):
            return False
        if draft.source.lower in _NOBODY or is_share(draft.source) or not holds_matter(draft):
            return False
        if self._is_unexplained(draft.source) or is_trace(draft) or is_undone(draft):
            return False
        known = bool(self._actors.actors(draft.source))
        weak = draft.act is not Act.INFORM or draft.content.kind not in ("clause", "quote")
        if not weak or draft.act is Act.DECLINE:
            return known or not draft.rule.startswith("verb:") or self._may_speak(draft.source)
        if (draft.negated and draft.act is Act.INFORM) or is_possible(draft.cue):
            return False  # what was not mentioned, what may be held
        return known

    def _is_unexplained(self, source: Token) -> bool:
        """Whether nothing tells whose words it gives: "the company" that no name explains, bare "reports"."""
        found = self._actors.actors(source)
        if not found:
            is_bare = not any(t.dep in _EXPLAINING for t in source.children)
            return is_bare and source.lower in _RUMOURS
        is_body = all(actor.kind is ActorKind.GROUP and not actor.country for actor in found)
        return is_body and source.tag == "NN" and any(t.lower in _POINTING for t in source.children)

    def _may_speak(self, source: Token) -> bool:
        """Whether a source that is no known actor can speak, unlike occasions, processes and qualities."""
        cues = self._cues
        if source.pos != "NOUN" or is_animate(source):
            return source.lower not in _THINGS
        if source.lemma in cues.documents or source.lemma in cues.published or source.lemma in _VOICED:
            return True
        return not (source.lemma in cues.occasions or source.lemma in _THINGS or is_abstract(source))

    def _is_outlets_voice(self, source: Token) -> bool:
        return source.lower in ("i", "we") and not any(q.start <= source.start < q.end for q in self._quotes)

    def _statement(
        self, draft: Draft, speaker: Actor | None, said: Date | None, ids: dict[int, str]
    ) -> Statement:
        reading = self._reading
        article = reading.article
        tokens = content_tokens(draft, reading)
        weighed = act_of(draft, tokens, sides_of(draft, tokens, speaker, self._actors))
        act = weighed.act
        content = tuple(article.span(start, end) for start, end in draft.content.pieces)
        cue = cue_spans(draft, reading)
        channels = [*draft.via, *channels_of(draft, reading, self._cues)]
        return Statement(
            id=record_id("statement", article.id, content, cue, speaker, act),
            article=article.id,
            source=source_span(draft, reading),
            speaker=speaker,
            cue=cue,
            content=content,
            form=form_of(draft.content.pieces, self._quotes, article.text),
            act=act,
            addressee=addressee_of_statement(draft, act, speaker, reading, self._actors),
            said=said,
            via=tuple(dict.fromkeys(channels)),
            within=ids.get(id(draft.within)) if draft.within is not None else None,
            conditions=conditions_of(tokens, reading),
            negated=draft.negated,
            why=Why(draft.rule, (*self._resolved(draft, speaker), *_told(weighed))),
        )

    def _speakers(self, draft: Draft) -> list[Actor | None]:
        """Who speaks: one record each for speakers of different states, one for all of the same."""
        opener = draft.speaks_as
        head = draft.source or (opener.source if opener is not None else None)
        if head is None:
            return [None]
        found = self._actors.actors(head)
        if not found:
            words = [t for t in head.subtree() if t.index <= head.index]
            return [Actor(self._reading.words(words), ActorKind.PERSON)]
        if len({a.country for a in found}) == 1:
            return [_joined(side) for side in _sides(found)]
        return list(found)

    def _resolved(self, draft: Draft, speaker: Actor | None) -> tuple[tuple[str, str], ...]:
        if draft.source is None or speaker is None or draft.source.text in speaker.name:
            return ()
        return (("speaker", f"{draft.source.text} → {speaker.name}"),)


def _sides(actors: Sequence[Actor]) -> list[list[Actor]]:
    """Actors of one country, rebels apart from the rest."""
    rebels = [a for a in actors if _REBEL in a.sectors]
    return [side for side in ([a for a in actors if a not in rebels], rebels) if side]


def _joined(actors: Sequence[Actor]) -> Actor:
    """Actors who speak together, as one."""
    first, *others = actors
    name = " and ".join(a.name for a in actors)
    return Actor(name, first.kind, first.country, first.sectors) if others else first


def _told(weighed: Weighing) -> tuple[tuple[str, str], ...]:
    """The signs that told the act, where the cue left it open."""
    return tuple(("act", sign) for sign in weighed.signs)
