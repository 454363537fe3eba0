"""The lexicon of cues, read from the knowledge file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.knowledge import KnowledgeError, load_yaml
from dragoman.records import Act

FILE = "cues.yaml"
OUTLETS = "outlets.yaml"


@dataclass(frozen=True, slots=True)
class CueFrame:
    """How a cue reports: the act, what holds the content, where the addressee stands.

    Args:
        act: the speech act reported.
        takes: kinds of content, in the order in which they are tried.
        to: "object" or prepositions that hold the addressee.
        recorded: whether it makes a statement to record; if not, it attributes all the same.
        voiced: whether it does so only where a verb of little sense of its own voices it.
        stance_of_people: whether it is a noun for people by what they are for or against ("a critic of").
    """

    act: Act
    takes: tuple[str, ...]
    to: tuple[str, ...] = ()
    recorded: bool = True
    voiced: bool = False
    stance_of_people: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues by part of speech and lemma."""

    verbs: dict[str, tuple[CueFrame, ...]]
    nouns: dict[str, tuple[CueFrame, ...]]
    adjectives: dict[str, tuple[CueFrame, ...]]
    light_verbs: frozenset[str]
    drawing_verbs: frozenset[str]
    evidence_verbs: frozenset[str]
    documents: frozenset[str]
    refusing: frozenset[str]
    silent: frozenset[str]
    negated: frozenset[str]
    withheld: frozenset[str]
    details: frozenset[str]
    channels: dict[str, str]
    carrier_nouns: frozenset[str]
    single_offices: frozenset[str]
    carrier_names: frozenset[str]
    carrier_kinds: frozenset[str]
    state_voices: frozenset[str]
    broadcasters: dict[str, str]
    occasions: frozenset[str]
    utterances: frozenset[str]
    telling: frozenset[str]
    calling: frozenset[str]
    standing: frozenset[str]
    reporting: frozenset[str]
    outlets: dict[str, str]
    published: frozenset[str]
    journalism: frozenset[str]
    carrying: frozenset[str]
    unnamed: frozenset[str]
    senses: dict[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon.

    Raises:
        KnowledgeError: a row names an unknown act or lacks lemmas; the message names the row.
    """
    raw = load_yaml(FILE)
    refusals = raw["refusals"]
    return Lexicon(
        verbs=_frames(raw, "verbs"),
        nouns=_frames(raw, "nouns"),
        adjectives=_frames(raw, "adjectives"),
        light_verbs=frozenset(raw["light_verbs"].split()),
        drawing_verbs=frozenset(raw["drawing_verbs"].split()),
        evidence_verbs=frozenset(raw["evidence"]["verbs"].split()),
        documents=frozenset(raw["evidence"]["documents"].split()),
        refusing=frozenset(refusals["verbs"].split()),
        silent=frozenset(refusals["silent"].split()),
        negated=frozenset(refusals["negated"].split()),
        withheld=frozenset(refusals["withheld"].split()),
        details=frozenset(refusals["details"].split()),
        channels={word: name for name, words in raw["channels"].items() for word in words.split()},
        carrier_nouns=frozenset(raw["carriers"]["nouns"].split()),
        single_offices=frozenset(raw["single_offices"].split()),
        carrier_names=frozenset(raw["carriers"]["names"].split()),
        carrier_kinds=frozenset(raw["carriers"]["kinds"].split()),
        state_voices=frozenset(raw["carriers"]["state_voices"]),
        broadcasters=dict(raw["carriers"]["short"]),
        occasions=frozenset(raw["occasions"].split()),
        utterances=frozenset(raw["earlier"]["nouns"].split()),
        telling=frozenset(raw["earlier"]["verbs"].split()),
        calling=frozenset(raw["earlier"]["perfect"].split()),
        standing=frozenset(raw["standing"].split()),
        reporting=frozenset(raw["carriers"]["reporting"].split()),
        outlets=_outlets(),
        published=frozenset(raw["carriers"]["published"].split()),
        journalism=frozenset(raw["carriers"]["journalism"].split()),
        carrying=frozenset(raw["carriers"]["carrying"].split()),
        unnamed=frozenset(raw["unnamed"].split()),
        senses={name: frozenset(words.split()) for name, words in raw["senses"].items()},
    )


def _outlets() -> dict[str, str]:
    """The ways to write an outlet with its canonical name."""
    rows = load_yaml(OUTLETS)["outlets"].values()
    return {way: name for row in rows for name, ways in row.items() for way in (name, *ways)}


def _frames(raw: dict[str, Any], section: str) -> dict[str, tuple[CueFrame, ...]]:
    found: dict[str, list[CueFrame]] = {}
    for number, row in enumerate(raw[section], 1):
        try:
            recorded = row.get("recorded")
            frame = CueFrame(
                Act(row["act"]),
                tuple(row["takes"]),
                tuple(row.get("to") or ()),
                recorded != "no",
                recorded == "voiced",
                row.get("people") == "yes",
            )
            lemmas = row["lemmas"].split()
        except (KeyError, ValueError, AttributeError) as error:
            raise KnowledgeError(
                f"{FILE}: {section}, row {number}: {error}; see the head of the file"
            ) from error
        for lemma in lemmas:
            found.setdefault(lemma, []).append(frame)
    return {lemma: tuple(frames) for lemma, frames in found.items()}
