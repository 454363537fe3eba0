"""Words that put a deed years into the past without naming a date ("decades ago", "under Kaunda", "once")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.actors.terms import left_office
from dragoman.events.calendar import home_of
from dragoman.events.syntax import is_verb
from dragoman.knowledge import load_yaml
from dragoman.language import Reading, Token

FILE = "background.yaml"
_DECADE = re.compile(r"\d{3}0s")
_PIECES = re.compile(r"\w+|[^\w\s]")
_WITHIN = frozenset({"compound", "poss", "nmod", "amod", "nummod"})
_CLAUSES = frozenset({"advcl", "relcl", "acl", "pcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINING = frozenset({"against", "by", "with"})
_DEATHS = frozenset({"assassination", "death", "execution", "killing", "passing"})
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound"})  # "record-KEEPING laws"
_SINCE = frozenset({"after", "since"})
_MONTHS = 12
_SPAN = 10  # years of a decade


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed so well known that reports do not date it.

    Args:
        event: its PLOVER type. on: the year or the day on which it was done.
        actor: the code of who did it; "" if reports tell otherwise.
        near: phrases of which one stands in a sentence that tells of it.
        recipient: the code of whom it was done to, where a report tells; "" likewise.
        mode: its mode, None if any will do.
        told: the words that tell it; empty if any will do.
        dated: whether it is known only by the year that a report gives.
    """

    event: str
    on: str
    actor: str
    near: tuple[tuple[str, ...], ...]
    recipient: str
    mode: str | None
    told: frozenset[str]
    dated: bool

    def is_past(self, day: str) -> bool:
        """Whether it was done more than a year before a day, or before the last year if it has no day.

        Args:
            day: ISO date; "" if unknown.
        """
        return bool(day) and self.on < year_before(day)[: len(self.on)]


@dataclass(frozen=True)
class Words:
    """The words of the knowledge file.

    Args:
        sets: word lists by name. periods: last years of named periods, by last word, as all their words.
        gone: names of states and bodies that are no more, by last word, as all their words.
        entering: verbs for taking office, with the nouns that complete each.
        deeds: well-known deeds by type.
        died: years in which leaders died, by name.
    """

    sets: dict[str, frozenset[str]]
    periods: dict[str, tuple[tuple[tuple[str, ...], int], ...]]
    gone: dict[str, tuple[tuple[str, ...], ...]]
    entering: dict[str, frozenset[str]]
    deeds: dict[str, tuple[Deed, ...]]
    died: dict[str, str]


@cache
def words() -> Words:
    """The words of history, read once."""
    data = load_yaml(FILE)
    periods: dict[str, tuple[tuple[tuple[str, ...], int], ...]] = {}
    for name, year in data["periods"].items():
        pieces = tuple(_PIECES.findall(name))
        periods[pieces[-1]] = (*periods.get(pieces[-1], ()), (pieces, int(year)))
    gone: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in data["gone"]:
        gone[name.split()[-1]] = (*gone.get(name.split()[-1], ()), tuple(name.split()))
    lists = {name: v for name, v in data.items() if isinstance(v, list) and name != "deeds"}
    return Words(
        {name: frozenset(v) for name, v in lists.items()},
        periods,
        gone,
        {verb: frozenset(nouns) for verb, nouns in data["entering"].items()},
        _deeds(data["deeds"]),
        data["died"],
    )


def _deeds(rows: Sequence[dict[str, Any]]) -> dict[str, tuple[Deed, ...]]:
    found: dict[str, tuple[Deed, ...]] = {}
    for row in rows:
        found[row["type"]] = (*found.get(row["type"], ()), _deed(row))
    return found


def _deed(row: dict[str, Any]) -> Deed:
    near = tuple(tuple(_PIECES.findall(phrase)) for phrase in row["near"])
    told = frozenset(row.get("told", ()))
    on = row.get("day") or row["year"]
    return Deed(
        row["type"], str(on), row.get("actor", ""), near, row.get("recipient", ""), row.get("mode"), told,
        dated=row.get("dated", False),
    )  # fmt: skip


def year_before(day: str) -> str:
    """The day a year before another.

    Args:
        day: ISO date; "" if unknown.
    """
    return f"{int(day[:4] or 1) - 1:04}{day[4:]}"


def stands_in(phrase: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether a phrase stands among some tokens, in any case of letters."""
    return any(_ends_at(phrase, tokens[:place], token) for place, token in enumerate(tokens))


def _ends_at(phrase: Sequence[str], before: Sequence[Token], token: Token) -> bool:
    """Whether a token is the last of a phrase."""
    if token.lower != phrase[-1]:
        return False
    return len(phrase) == 1 or [t.lower for t in before[1 - len(phrase) :]] == list(phrase[:-1])


def bygone(reading: Reading, sentence: int, day: str) -> dict[int, str]:
    """The verbs of a sentence whose deeds its words put into the past, each with these words.

    Args:
        reading: the reading. sentence: the sentence's number. day: ISO date of the report; "" if unknown.
    """
    tokens = reading.sentence_tokens(reading.sentences[sentence])
    found: dict[int, str] = {}
    for place, token in enumerate(tokens):
        after = tokens[place + 1 : place + 2]
        if not _may_tell(token, after):
            continue
        before = tokens[:place]
        for verb, ground in (
            *_once(token, after), *_long(token, after), *_ago(token, before, after),
            *_counted(token, before),
            *_in_period(token, before, day), *_gone(token, before),
        ):  # fmt: skip
            found.setdefault(verb, ground)
    return found


def _may_tell(token: Token, after: Sequence[Token]) -> bool:
    """Whether a word is of those that may put a deed into the past, which few are."""
    return (
        token.lower in _opening_words()
        or token.pos == "PROPN"
        or token.lower[0].isdecimal()
        or (bool(after) and after[0].lower in words().sets["ago"])
    )


@cache
def _opening_words() -> frozenset[str]:
    return frozenset({"once", "term", "long"}) | _SINCE | words().periods.keys() | words().gone.keys()


def adjunct_of(token: Token) -> Token | None:
    """The verb of the deed that a word's phrase puts to a period ("in the last days of the KAUNDA era")."""
    sets = words().sets
    node = token
    while node.head is not node:
        above = node.head
        if node.dep in _WITHIN:
            node = above
        elif node.dep == "pobj" and above.lower == "of" and above.head.lemma in sets["parts"]:
            node = above.head
        elif node.dep == "pobj" and above.lower in sets["into"]:
            return next((a for a in above.ancestors() if is_verb(a)), None)
        else:
            return above if node.dep == "npadvmod" and is_verb(above) else None
    return None


def _once(token: Token, after: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """ "He once mocked her", but not "once again" or "once he had left"."""
    if token.lower == "once" and token.dep == "advmod" and after and after[0].tag in ("VBD", "VBN"):
        yield token.head.index, "once"


def _long(token: Token, after: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """ "Long ago settled": the verb that it stands by."""
    if token.lower == "long" and after and after[0].lower == "ago":
        yield home_of(token), f"{token.text} {after[0].text}"


def _ago(token: Token, before: Sequence[Token], after: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """ "Seized decades ago": the nearest verb before, where the parser has a verb further away."""
    if not after or after[0].lower not in words().sets["ago"] or not _is_long(token, before):
        return
    home = home_of(token)
    nearest = next((t.index for t in reversed(before) if is_verb(t) and t.dep not in _NO_CLAUSE), home)
    yield max(home, nearest) if home < token.index else home, f"{token.text} {after[0].text}"


def _counted(token: Token, before: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """ "Three years AFTER they met": the verb of the clause that lies so far back."""
    if token.lower not in _SINCE or not before or not _is_long(before[-1], before[:-1]):
        return
    clause = token.head
    if clause.index > token.index and clause.dep in _CLAUSES:
        yield clause.index, f"{before[-1].text} {token.text}"


def _is_long(unit: Token, before: Sequence[Token]) -> bool:
    """Whether a unit of time with its number is over a year: "years", "more than a year", "19 months"."""
    number = before[-1].lower if before else ""
    if unit.lemma == "month":
        return number.isdecimal() and int(number) > _MONTHS
    if unit.lower == "year":
        return number in ("a", "one") and len(before) > 1 and before[-2].lower == "than"
    return unit.lemma in words().sets["units"]


def _in_period(token: Token, before: Sequence[Token], day: str) -> Iterator[tuple[int, str]]:
    """ "In the 1980s", "during the Cold War", "under Kaunda", "in his first term"."""
    ground = _period(token, before, day)
    verb = adjunct_of(token) if ground else None
    if verb is not None:
        yield verb.index, ground


def _gone(token: Token, before: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """ "The SOVIETS sold it", "a deal struck with the Soviets": the deeds of states that are no more."""
    if not any(_ends_at(name, before, token) for name in words().gone.get(token.lower, ())):
        return
    noun = _noun(token)
    if noun.dep in _SUBJECTS:
        yield noun.head.index, token.text
    elif noun.dep == "pobj" and noun.head.lower in _JOINING:
        yield home_of(noun), token.text
    for clause in noun.all("relcl"):
        yield clause.index, token.text


def is_entry(verb: Token) -> bool:
    """Whether a verb tells how somebody came to govern ("took office", "ran for president")."""
    nouns = words().entering.get(verb.lemma, frozenset())
    if "" in nouns:
        return True
    below = [c for child in verb.children for c in (child, *child.children)]
    return any(c.lower in nouns for c in below)


def _period(token: Token, before: Sequence[Token], day: str) -> str:
    """The words of a period that is over and ends at a token; "" if none does."""
    year = int(day[:4] or 0)
    if _DECADE.fullmatch(token.lower):
        return token.text if int(token.text[:4]) + _SPAN < year else ""
    if token.lower == "term":
        return "first term" if before and before[-1].lower == "first" else ""
    if token.pos == "PROPN" and _reigned(token) and left_before(token.text, day):
        return f"{token.text} {_noun(token).text}" if token.dep in _WITHIN else f"under {token.text}"
    if (year_of_death := _died(token, before)) and int(year_of_death) + 1 < year:
        return f"death of {token.text}"
    for pieces, last in words().periods.get(token.lower, ()):
        said = (
            tuple(t.lower for t in (*before[1 - len(pieces) :], token)) if len(pieces) > 1 else (token.lower,)
        )
        if said == pieces and last + 1 < year:
            return " ".join(pieces)
    return ""


def _died(token: Token, before: Sequence[Token]) -> str | None:
    """The year in which somebody died whose death a phrase tells of ("after the DEATH of Hugo Chavez")."""
    if token.dep != "pobj" or token.head.lower != "of" or token.head.head.lower not in _DEATHS:
        return None
    died = words().died.items()
    return next((year for name, year in died if _ends_at(name.lower().split(), before, token)), None)


def left_before(name: str, day: str, *, alone: bool = False, posts: str = "heads") -> str | None:
    """The day on which who governed left office, if that is more than a year before a day; None if not known.

    Args:
        name: a full name, or a surname. day: ISO date; "" if unknown.
        alone: whether a surname must be that of one leader only.
        posts: the list of the offices that count.
    """
    if name in words().sets["active"]:
        return None
    until = left_office(name, day, words().sets[posts], alone=alone)
    return until if until is not None and until < year_before(day) else None


def _reigned(name: Token) -> bool:
    """Whether a name stands for the time in which somebody governed ("the KAUNDA era", "under KAUNDA")."""
    if name.dep in _WITHIN:
        noun = _noun(name)
        return noun.lemma in words().sets["reigns"] or noun.lower in words().sets["reigns"]
    return name.dep == "pobj" and name.head.lower == "under"


def _noun(token: Token) -> Token:
    """The noun that a word within a noun phrase belongs to."""
    while token.dep in _WITHIN and token.head is not token:
        token = token.head
    return token
