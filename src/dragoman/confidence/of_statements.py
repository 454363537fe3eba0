"""The traits of statements: how they are told, by whom, and how their content is cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.confidence.scene import Scene, about_actor, about_verb, sector, under
from dragoman.language import Token
from dragoman.language.paths import plain
from dragoman.records import Actor, Statement

_SIZES = (3, 6, 12, 25, 45)
_LAST = 2  # words at the end of a content that are told apart
_MARKS = frozenset({'"', "“", "”"})
_CLAUSAL = frozenset({"conj", "advcl", "parataxis", "ccomp", "relcl", "nsubj", "mark", "aux"})


def of_statement(statement: Statement, scene: Scene) -> Iterator[str]:
    """The traits of a statement.

    Args:
        statement: the statement. scene: its report.
    """
    rule, _, kind = statement.why.rule.partition("+")
    cue, source = scene.root(statement.cue), scene.root([statement.source] if statement.source else [])
    yield from (f"rule {rule.partition(':')[0]}", f"content {kind or 'alone'}", f"act {statement.act}")
    yield from (f"form {statement.form}", f"act {statement.act} content {kind}")
    yield from (f"content {kind} form {statement.form}", f"rule {rule.partition(':')[0]} content {kind}")
    if statement.negated:
        yield "negated"
    if statement.said is not None:
        yield "dated"
    yield from _nested(statement, scene, kind)
    yield from about_actor("speaker", statement.speaker)
    if statement.speaker is not None:
        yield from _of_speaker(statement.speaker, scene)
    yield from (f"resolved {what}" for what, _ in statement.why.resolved)
    yield from _of_source(statement, source, cue)
    yield from _of_reference(statement, source, scene)
    if cue is not None:
        yield from _of_cue(statement, cue, source, kind, scene)
    yield from _of_content(statement, scene)
    yield from (*scene.manner, *scene.company)


def _nested(statement: Statement, scene: Scene, kind: str) -> Iterator[str]:
    outer = scene.statements.get(statement.within or "")
    if outer is not None:
        yield from ("nested", f"nested content {kind}", f"nested act {statement.act}")
        yield from (f"nested in act {outer.act}", f"nested in {outer.form}")


def _of_speaker(speaker: Actor, scene: Scene) -> Iterator[str]:
    known = "with" if speaker.country else "without"
    yield f"speaker {speaker.kind} {sector(speaker)} {known} country"
    yield f"speaker office {' '.join((speaker.office or 'none').lower().split()[-2:])}"
    if speaker.country:
        yield f"speaker country rank {scene.ranks.get(speaker.country, len(scene.ranks))}"
    last = speaker.name.rpartition(" ")[2]
    if last.islower():
        yield f"speaker named {last}"


def _of_source(statement: Statement, source: Token | None, cue: Token | None) -> Iterator[str]:
    if source is None:
        yield "source none"
        return
    speaker = statement.speaker
    known = speaker is not None and speaker.country is not None
    word = source.lower if source.pos == "PRON" else source.pos
    yield from (f"source {word}", f"source {source.tag}", f"source dep {source.dep}")
    yield f"source {word} {speaker.kind if speaker else 'nobody'} country {known}"
    if source.pos == "NOUN":
        yield f"source noun {source.lemma}"
    yield from under("source", source)
    if speaker is not None and source.text in speaker.name:
        yield "source names speaker"
    if cue is not None and source.head is cue:
        yield "source at cue"


def _of_reference(statement: Statement, source: Token | None, scene: Scene) -> Iterator[str]:
    """How far the speaker is from where he is named, and who else might be meant."""
    speaker = statement.speaker
    says = scene.shares[speaker]
    yield f"speaker says {'once' if says == 1 else 'some' if says < 4 else 'much'}"
    earlier = scene.before.get(statement.id)
    if earlier is not None:
        yield f"speaker before {earlier.speaker == speaker}"
    if source is None or speaker is None:
        return
    ago = scene.since_named(speaker.name, source.sentence)
    far = "never" if ago is None else "here" if ago == 0 else "near" if ago < 3 else "far"
    word = source.lower if source.pos == "PRON" else source.pos
    yield from (f"speaker named {far}", f"source {word} named {far}")
    yield f"source {word} rivals {min(3, scene.rivals(source))}"


def _of_cue(statement: Statement, cue: Token, source: Token | None, kind: str, scene: Scene) -> Iterator[str]:
    known = statement.speaker is not None and statement.speaker.country is not None
    yield from (f"cue {cue.lemma}", f"cue {cue.lemma} content {kind}", f"cue {cue.lemma} {cue.tag}")
    yield from (f"cue {cue.lemma} country {known}", f"cue {cue.tag} {cue.dep}")
    if source is not None:
        yield f"cue {cue.lemma} source {source.pos}"
    yield from about_verb("cue", cue)
    yield from under("cue", cue)
    yield f"cue stands {scene.place(cue)}"
    yield f"sentence cues {min(3, scene.cues_in[cue.sentence])}"


def _of_content(statement: Statement, scene: Scene) -> Iterator[str]:
    words = scene.words(statement.content)
    if not words:
        yield "content empty"
        return
    text = scene.reading.article.text
    size = sum(len(words) >= least for least in _SIZES)
    yield from (f"content size {size}", f"content pieces {min(3, len(statement.content))}")
    yield from (f"content begins {plain(words[0])}", f"content begins {words[0].tag}")
    start, end = statement.content[0].start, statement.content[-1].end
    yield f"content behind {_mark(text[max(0, start - 2) : start])}"
    yield f"content before {_mark(text[end : end + 2])}"
    yield f"content verbs {min(5, sum(w.tag.startswith('VB') for w in words))}"
    yield f"content sentences {min(4, words[-1].sentence - words[0].sentence + 1)}"
    yield f"content marks {min(3, sum(w.text in _MARKS for w in words[1:-1]))}"
    last = scene.reading.sentences[words[-1].sentence].last
    yield f"content left {min(3, (last - words[-1].index) // 4)}"
    yield from _joined(words)
    yield from (f"content ends {plain(word)} {word.tag}" for word in words[-_LAST:])
    tokens, after = scene.reading.tokens, words[-1].index + 1
    yield f"content then {plain(tokens[after]) if after < len(tokens) else 'end'}"
    if words[0].index:
        yield f"content after {plain(tokens[words[0].index - 1])}"
    inner = sum(w.index in scene.cued and scene.cued[w.index] is not statement for w in words)
    yield f"content cues {min(2, inner)}"
    root = scene.root(statement.content)
    if root is not None:
        yield from (f"content root {root.tag}", f"content root dep {root.dep}", f"content root {plain(root)}")
        yield from under("content", root)
        yield from (f"content has {c.dep}" for c in root.children if c.dep in _CLAUSAL)
        yield from (f"content aux {c.lower}" for c in root.children if c.dep == "aux")


def _joined(words: list[Token]) -> Iterator[str]:
    """How clauses behind commas go on: what may be the outlet's own words again."""
    for mark, after in pairwise(words):
        if mark.text == ",":
            yield f"content joins {after.lower if after.pos in ('CCONJ', 'SCONJ', 'PRON') else after.tag}"


def _mark(text: str) -> str:
    mark = text.strip()[-1:] if text.strip() else ""
    return "letter" if mark.isalnum() else mark or "end"
