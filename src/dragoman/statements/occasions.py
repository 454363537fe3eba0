"""The occasions on which speakers speak: what dates the statements that no words beside their cues date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.actors import ActorIndex
from dragoman.language import Reading, Token
from dragoman.records import Act, Actor, ActorKind, Date
from dragoman.statements.dates import Beside
from dragoman.statements.draft import Draft
from dragoman.statements.lexicon import Lexicon
from dragoman.statements.news import News

_NEAR = 3  # sentences within which a spokesperson speaks on the occasion of a statement of his side
_NEXT = 2  # sentences between the words of one occasion, at the most
_PRESENT = frozenset({"VBZ", "VBP"})
_UTTERED = frozenset({"VBD", "VBG", "VB"})
_BEFORE = frozenset({"earlier", "previously", "initially", "originally"})
_SOON = frozenset({"hour", "minute", "moment", "soon", "shortly", "immediately"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_ANSWERING = frozenset({"chairman", "chairwoman", "chair", "official", "member"})
_SIDES = frozenset({"side", "country", "nation", "government", "party", "delegation", "leader", "minister"})
_DELEGATES = frozenset({"delegation", "negotiator"})
_STATES = frozenset({"GOV", "MIL"})


class Occasions:
    """Dates statements by the words beside their cues, and undated speech by its occasion.

    The occasions are tried in this order: that on which the same speaker is dated, nearest before, else
    next; what is told as having happened on the day of publication, and so was said on it; a dated statement
    of the speaker's side, for its spokespeople; the news of the report (`News`), for those who are in it or
    are quoted while the report speaks of that day. Perfects ("has said"), standing attitudes, unnamed sources
    (unless "the official" goes on), what was said before the news ("after Peru proposed it") and interviews
    with other media stay undated unless words beside them date them.

    Args:
        reading: the reading, with its times. actors: its actors. lexicon: the cues.
        spoken: its attributions, in order, with their speakers.
    """

    def __init__(
        self,
        reading: Reading,
        actors: ActorIndex,
        lexicon: Lexicon,
        spoken: Sequence[tuple[Draft, Actor | None]],
    ) -> None:
        self._reading = reading
        self._lexicon = lexicon
        beside = Beside(reading, lexicon)
        self._own = {id(draft): beside.date_of(draft) for draft, _ in spoken}
        self._speakers = {id(draft): speaker for draft, speaker in spoken}
        self._news = News(reading, actors, [draft for draft, _ in spoken])
        self._dated: list[tuple[Draft, Actor, Date]] = []
        self._apart: set[str] = set()
        self._found: dict[tuple[int, str], Date | None] = {}
        self._before: dict[int, Draft] = {}
        self._opener: dict[int, Draft] = {}
        self._settled: dict[str, Date | None] = {}
        self._gather(spoken)

    def _gather(self, spoken: Iterable[tuple[Draft, Actor | None]]) -> None:
        """Note who is dated by words, who speaks to other media, and which unnamed sources go on."""
        previous: Draft | None = None
        openers: dict[tuple[str, str], Draft] = {}
        for draft, speaker in spoken:
            if speaker is None or draft.within is not None:
                continue
            if not self._is_speech(draft):
                previous = draft if self._own[id(draft)] is not None else previous
                continue
            if previous is not None and previous is not draft:  # a draft comes once for each joint speaker
                self._before.setdefault(id(draft), previous)
            previous = draft
            if draft.source is not None and self._is_unnamed(draft):
                key = (speaker.name, draft.source.lemma)
                opener = openers.get(key, draft) if _is_bare(draft.source) else draft
                self._opener[id(draft)] = openers[key] = opener
            date = self._own[id(draft)]
            if date is not None and date.precision == "day":
                self._dated.append((draft, speaker, date))
            elif date is None and draft.interviewers:
                self._apart.add(speaker.name)

    def date_of(self, draft: Draft, speaker: Actor | None) -> Date | None:
        """When it was said, if the text lets a reader know.

        Args:
            draft: one of the attributions. speaker: its speaker.
        """
        own = self._own[id(draft)]
        if own is not None or speaker is None:
            return own
        key = (id(draft), speaker.name)
        if key not in self._found:
            self._found[key] = self._inferred(draft, speaker)
        return self._found[key]

    def _inferred(self, draft: Draft, speaker: Actor) -> Date | None:
        """When it was said by its occasion."""
        if draft.within is not None:
            return self._in_other_words(draft, draft.within, speaker)
        if self._opens_in_present(draft):
            return self._news.date
        if not self._is_speech(draft) or self._is_earlier(draft):
            return None
        return self._of_speaker(draft, speaker) or (
            None if _is_background(draft) else self._of_scene(draft, speaker)
        )

    def _of_scene(self, draft: Draft, speaker: Actor) -> Date | None:
        """The date of what is told around it."""
        return (
            self._of_today(draft)
            or self._of_run(draft, speaker)
            or (None if speaker.name in self._apart else self._of_side(draft, speaker))
            or self._of_news(draft, speaker)
        )

    def _in_other_words(self, draft: Draft, outer: Draft, speaker: Actor) -> Date | None:
        """The date of the words that hold what their speaker's own state hopes or asks at that time."""
        voice = self._speakers.get(id(outer))
        if voice is None or draft.cue is None or not _holds_now(draft.cue):
            return None
        return self.date_of(outer, voice) if voice.country and voice.country == speaker.country else None

    def _opens_in_present(self, draft: Draft) -> bool:
        """Whether it is the news itself, in the present tense ("Spain says …")."""
        cue = draft.cue
        if cue is None or not self._news.is_fresh or not self._news.opens(cue.sentence):
            return False
        return cue.tag in _PRESENT or (cue.tag == "VBG" and any(c.tag in _PRESENT for c in cue.all("aux")))

    def _of_speaker(self, draft: Draft, speaker: Actor) -> Date | None:
        dated = [(d, date) for d, other, date in self._dated if other.name == speaker.name]
        if self._is_unnamed(draft):  # only where "the official" goes on
            first = self._opener.get(id(draft))
            dated = [(d, date) for d, date in dated if first and self._opener.get(id(d)) is first]
        earlier = [date for other, date in dated if other.start <= draft.start]
        return earlier[-1] if earlier else dated[0][1] if dated else None

    def _of_today(self, draft: Draft) -> Date | None:
        """Publication day, for what tells of something that happened on it, and where the lead names it."""
        news = self._news
        cue = draft.cue
        if cue is not None and cue.tag == "VBD" and news.is_lead_of_today(cue.sentence):
            return news.date
        for start, end in draft.content.pieces:
            for token in self._reading.tokens_in(self._reading.article.span(start, end)):
                time = self._reading.time_by_token.get(token.index)
                if time is not None and time.value == news.today and _happened(token, cue):
                    return Date(time.value, time.precision)
        return None

    def _of_run(self, draft: Draft, speaker: Actor) -> Date | None:
        """The date of the words just before, for their speaker by another name ("the diplomat said")."""
        source = draft.source
        before = self._before.get(id(draft))
        if source is None or before is None or not _is_definite(source):
            return None
        voice = self._speakers.get(id(before))
        document = source.lemma in self._lexicon.occasions
        if voice is None or not self._is_near(before, draft, document=document):
            return None
        if not document and voice.country != speaker.country:
            return None
        if not document and speaker.kind is not ActorKind.PERSON and source.pos != "PRON":
            return None
        return self.date_of(before, voice)

    def _is_near(self, before: Draft, draft: Draft, *, document: bool) -> bool:
        """Whether words may go on an occasion: a few sentences behind, a document within the paragraph."""
        first, last = self._place(before).sentence, self._place(draft).sentence
        sentences = self._reading.sentences
        if document and sentences[first].segment == sentences[last].segment:
            return True
        return last - first <= _NEXT

    def _of_side(self, draft: Draft, speaker: Actor) -> Date | None:
        """The date of a statement of the speaker's state, ministry or movement just before or in the lead."""
        if speaker.kind is not ActorKind.PERSON or not speaker.country or not _is_official(speaker):
            return None
        sentence = self._place(draft).sentence
        for other, side, date in self._dated:
            if side.kind is ActorKind.PERSON or side.country != speaker.country:
                continue
            if ("REB" in side.sectors) != ("REB" in speaker.sectors):
                continue
            place = self._place(other).sentence
            if 0 <= sentence - place <= _NEAR or self._news.opens(place):
                return date
        return None

    def _of_news(self, draft: Draft, speaker: Actor) -> Date | None:
        """The news day; what it was for a person's first words, it is for all his words."""
        if speaker.name in self._settled:
            return self._settled[speaker.name]
        date = self._news.date if self._is_of_news(draft, speaker) else None
        if speaker.kind is ActorKind.PERSON:
            self._settled[speaker.name] = date
        return date

    def _is_of_news(self, draft: Draft, speaker: Actor) -> bool:
        if speaker.name in self._apart:
            return False
        news = self._news
        named = self._is_named(draft, speaker)
        if news.is_of_yesterday:
            return (
                named
                and speaker.country in news.parties
                and _speaks_for_state(speaker)
                and draft.act is not Act.DECLINE
            )
        if not news.is_fresh:
            return False
        party = speaker.country in news.parties
        if (named and (party or self._is_sent_to_party(draft))) or (party and _is_at_talks(draft)):
            return True
        return not self._is_unnamed(draft, named=named) and news.is_current(self._place(draft).index)

    def _is_sent_to_party(self, draft: Draft) -> bool:
        """Whether the words for the speaker tie him to who is in the news ("the U.S. envoy to Libya")."""
        if draft.source is None:
            return False
        places = (self._reading.place_by_token.get(t.index) for t in draft.source.subtree())
        return any(p is not None and p.country in self._news.parties for p in places)

    def _is_named(self, draft: Draft, speaker: Actor) -> bool:
        """Whether the speaker is a person, or a voice of a state, that the report calls by name."""
        if speaker.kind is ActorKind.MEDIA:
            return True
        source = draft.source or (draft.speaks_as.source if draft.speaks_as is not None else None)
        if speaker.kind is not ActorKind.PERSON or source is None:
            return False
        chain = self._reading.chain_of(source)
        return (chain is not None and chain.label == "PERSON") or speaker.name.istitle()

    def _is_unnamed(self, draft: Draft, *, named: bool = False) -> bool:
        """Whether an unnamed official, bystander or document speaks."""
        return draft.source is not None and not named and draft.source.lemma in self._lexicon.unnamed

    def _is_earlier(self, draft: Draft) -> bool:
        """Whether "earlier" stands beside the cue."""
        cue = draft.cue
        return cue is not None and any(
            c.lower in _BEFORE and abs(c.index - cue.index) == 1 for c in cue.children
        )

    def _is_speech(self, draft: Draft) -> bool:
        """Whether a draft reports one utterance: no perfect, no standing attitude; "according to" is one."""
        cue = draft.cue
        if cue is None or cue.lower == "according":
            return True
        if cue.pos == "NOUN" and cue.dep == "dobj" and cue.head.lemma in self._lexicon.light_verbs:
            cue = cue.head
        if any(c.lemma == "have" for c in cue.all("aux")) or cue.lemma in self._lexicon.standing:
            return False
        return cue.tag in _UTTERED or any(c.tag == "VBD" for c in cue.all("aux"))

    def _place(self, draft: Draft) -> Token:
        return draft.cue or self._reading.token_at(draft.start) or self._reading.tokens[-1]


def _is_background(draft: Draft) -> bool:
    """Whether it was said before what is told: "after Peru proposed talks", but not "hours after …"."""
    cue = draft.cue
    for verb in (cue, *cue.ancestors()) if cue is not None else ():
        mark = verb.child("mark") if verb.dep == "advcl" else None
        if mark is not None and mark.lower == "after":
            return not any(c.lemma in _SOON for c in (*mark.children, *verb.children))
    return False


def _is_bare(source: Token) -> bool:
    """Whether a source goes on from one brought in before: "the official", without a word more."""
    return [c.lower for c in source.children] == ["the"]


def _is_definite(source: Token) -> bool:
    """Whether a noun phrase stands for what was just spoken of ("the diplomat", "he")."""
    return source.pos == "PRON" or any(c.lower in _DEFINITE for c in source.all("det"))


def _is_at_talks(draft: Draft) -> bool:
    """Whether both sides or a delegation speak: those who are at the talks that are the news."""
    source = draft.source
    if source is None:
        return False
    joint = source.lemma in _SIDES and any(c.lower in ("both", "two") for c in source.children)
    return joint or source.lemma in _DELEGATES


def _holds_now(cue: Token) -> bool:
    """Whether an attitude is that of the time of speaking ("Peru hopes", "said Peru was ready")."""
    if cue.tag.startswith("JJ"):
        return cue.head.tag in _PRESENT or cue.head.tag == "VBD"
    return cue.tag in _PRESENT


def _speaks_for_state(speaker: Actor) -> bool:
    """Whether an official's office is to act or speak for the state, as the chairs of panels do not."""
    office = (speaker.office or "").split()
    return bool(office) and office[0] not in _ANSWERING and _is_official(speaker)


def _is_official(speaker: Actor) -> bool:
    return bool(_STATES.intersection(speaker.sectors)) or "REB" in speaker.sectors


def _happened(token: Token, cue: Token | None) -> bool:
    """Whether a time dates what is told in the past tense."""
    verb = next((a for a in token.ancestors() if a.tag[:2] == "VB"), None)
    if verb is None or verb is cue:
        return False
    return verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.all("aux", "auxpass"))
