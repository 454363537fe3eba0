"""Media in a reading: which noun phrases stand for one, and by what name it is credited."""

from __future__ import annotations

from dragoman.actors import ActorIndex
from dragoman.article.agencies import is_wire, wires_in
from dragoman.language import Reading, Token
from dragoman.records import ActorKind
from dragoman.statements.lexicon import Lexicon

_PARTS = frozenset({"compound", "nmod"})
_WORDS = 4  # words of an outlet's name before its last, at the most
_LONGEST = 40  # code points of a programme's name
_WITHIN = frozenset({"in", "by", "from", "on", "of"})
_DOMAINS = (".com", ".net", ".org", ".tv", ".info", ".news")


class Media:
    """Tells noun phrases that stand for media.

    Args:
        reading: the reading. actors: its actors. lexicon: the cues, with the words for media.
    """

    def __init__(self, reading: Reading, actors: ActorIndex, lexicon: Lexicon) -> None:
        self._reading = reading
        self._actors = actors
        self._lexicon = lexicon
        self._found: dict[int, tuple[str, ...] | None] = {}

    def names(self, head: Token) -> tuple[str, ...] | None:
        """The names of the media that a noun phrase stands for; None if it stands for no medium.

        What is published by a medium stands for it ("the NPR report", "an article in Le Monde"); the names
        may be none where the medium goes by none.

        Args:
            head: the head of the noun phrase; what is coordinated with it counts.
        """
        if head.index not in self._found:
            self._found[head.index] = self._names(head)
        return self._found[head.index]

    def is_state_voice(self, head: Token) -> bool:
        """Whether a noun phrase stands for a medium that voices its state."""
        voices = self._lexicon.state_voices
        if any(t.text in voices for t in head.all("appos")):
            return True
        first = next(iter(self._actors.actors(head)), None)
        return first is not None and first.name in voices

    def is_outlet(self, name: str) -> bool:
        """Whether a name is that of the outlet that published the report."""
        outlet = self._reading.article.outlet or ""
        return name.lower() in outlet.lower()

    def _names(self, head: Token) -> tuple[str, ...] | None:
        if programme := self._programme(head):
            return (programme,)
        if self._is_reporter(head) or not self._is_medium(head):
            inner = self._publisher(head)
            if inner is not None:
                return self.names(inner)
            return () if self._is_reporter(head) or self._is_journalism(head) else None
        names = [self._name(token) for token in head.conjuncts()]
        return tuple(n for n in names if n)

    def _programme(self, head: Token) -> str:
        """The name of a programme or paper that stands in quotation marks before the noun."""
        if head.lemma not in self._lexicon.published or head.pos != "NOUN":
            return ""
        text = self._reading.article.text[: head.start].rstrip()
        opened = max(text.rfind("“"), text.rfind('"', 0, len(text) - 1))
        if not text.endswith(("”", '"')) or len(text) - opened > _LONGEST:
            return ""
        words = text[opened:].strip('“”" ,')
        return words if words[:1].isupper() and words[-1:].isalnum() else ""

    def _is_medium(self, head: Token) -> bool:
        if self._outlet(head):
            return True
        first = next(iter(self._actors.actors(head)), None)
        if first is not None and first.kind is ActorKind.MEDIA:
            return True
        if head.lemma == "agency":
            return any(c.lower == "news" for c in head.all("compound"))
        return head.lemma in self._lexicon.carrier_nouns or self._is_named_so(head)

    def _is_journalism(self, head: Token) -> bool:
        """Whether a noun stands for what only journalists write ("the story also noted that …")."""
        return head.pos == "NOUN" and head.lemma in self._lexicon.journalism

    def _is_reporter(self, head: Token) -> bool:
        first = next(iter(self._actors.actors(head)), None)
        return first is not None and first.kind is not ActorKind.MEDIA and "JRN" in first.sectors

    def _is_named_so(self, head: Token) -> bool:
        """Whether a name tells that it is a medium's ("Radio Horn", "Harbour.tv", "broadcaster Tide")."""
        if head.pos != "PROPN":
            return False
        if head.lower.endswith(_DOMAINS):
            return True
        words = [head, *head.all("compound", "nmod")]
        if any(t.pos == "NOUN" and t.lemma in self._lexicon.carrier_nouns for t in words):
            return True
        return any(t.pos == "PROPN" and t.lower in self._lexicon.carrier_names for t in words)

    def _publisher(self, head: Token) -> Token | None:
        """The medium whose product it is: "Le Monde's website", "a report in Le Monde", "CBS’ “Hour”"."""
        owner = head.child("poss")
        if owner is not None and (head.pos == "PROPN" or head.lemma in self._lexicon.published):
            return owner if self._is_medium(owner) else None
        if head.lemma not in self._lexicon.published:
            return None
        for part in head.all("compound", "nmod"):
            if part.pos == "PROPN" and self._is_medium(part):
                return part
        for prep in head.all("prep"):
            if prep.lower in _WITHIN and (inner := prep.child("pobj")) is not None and self._is_medium(inner):
                return inner
        return None

    def _name(self, head: Token) -> str:
        """The name that a noun phrase gives a medium; agencies by their short names."""
        if head.pos == "NOUN" and (named := head.child("appos")) is not None and named.pos == "PROPN":
            head = named
        if outlet := self._outlet(head):
            return outlet
        mention = self._reading.mention_by_head.get(head.index)
        name = mention.name if mention is not None else ""
        actor = next(iter(self._actors.actors(head)), None)
        if actor is not None and actor.kind is ActorKind.MEDIA:
            name = actor.name
        if not name and head.pos == "PROPN":
            name = self._reading.words(
                [*(c for c in head.children if c.dep in _PARTS and c.pos == "PROPN"), head]
            )
        if not name:
            return self._kind_name(head)
        name = self._without_origin(name, head)
        short = next(wires_in(name), "") if is_wire(name) else self._lexicon.broadcasters.get(name, "")
        return short or self._with_article(name, head)

    def _outlet(self, head: Token) -> str:
        """The canonical name of a known outlet that ends at a token; "" if none does."""
        if head.pos != "PROPN":
            return ""
        for first in range(max(0, head.index - _WORDS), head.index + 1):
            words = self._reading.words(self._reading.tokens[first : head.index + 1])
            if name := self._lexicon.outlets.get(words):
                return name
            if words == self._reading.article.outlet:
                return words
        return ""

    def _without_origin(self, name: str, head: Token) -> str:
        """The name without the adjective of a country before it ("Ukrainian Harbour.tv")."""
        first, _, rest = name.partition(" ")
        adjectives = [c for c in head.all("amod") if c.text == first]
        return rest if rest and adjectives else name

    def _kind_name(self, head: Token) -> str:
        """The words for a medium without a name, as far as they tell which one it is."""
        quoted = [c for c in head.all("compound", "nmod", "appos") if c.pos == "PROPN"]
        if quoted and head.pos == "NOUN":
            return self._reading.words(sorted(quoted[-1].subtree(), key=lambda t: t.index)).strip("“”\"'‘’ ")
        kinds = [c for c in head.all("compound", "amod") if c.lower in self._lexicon.carrier_kinds]
        return f"{kinds[0].lower} {head.lower}" if kinds else ""

    def _with_article(self, name: str, head: Token) -> str:
        """The name with the capital article that the text gives it ("The Harbour Post")."""
        first = self._reading.article.text.rfind("The ", 0, head.end)
        named = self._reading.article.text[first : head.end] if first > 0 else ""
        return named if named == f"The {name}" else name
