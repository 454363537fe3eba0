"""Where a person is likely at home of whom a report does not say it."""

from __future__ import annotations

from dragoman.actors.context import ARMED, AT_HOME, NOT_HOME, Scene
from dragoman.actors.figures import english_speaking, is_english, where_usual
from dragoman.actors.lexicon import word_list


class Homes:
    """Guesses the countries of persons by the states that a report names and by their own names.

    Args:
        scene: the states that the report names.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(
        self, name: str, index: int, *, office: str, body: str, sector: str, employed: bool = False
    ) -> str | None:
        """The country that a person is likely of.

        Of who holds an office or goes by one name, a name that is usual in a state that the report is about
        tells most; nobody else is given a state by his name. Who only judges what happens, as scholars do, is
        not of the country that he speaks of; nor need be who has no office, unless the report is about one
        country above all.

        Args:
            name: the full name. index: the token at which it first stands.
            office: the person's office, or "". body: what that is said to be in, or "". sector: its, or "".
            employed: whether he works for a body of which nothing is known.
        """
        scene = self._scene
        if office == "mayor" and (there := scene.city_before(index)):
            return there
        if sector in ARMED:
            return scene.country_at(index, office=office, home=NOT_HOME, local=True)
        within = body or office
        country = self._guess(name, within, index, home=0.0 if scene.abroad else AT_HOME)
        serves = bool(office) and office not in word_list("judging")
        usual = where_usual(name) if serves or " " not in name else frozenset()
        if usual and not {scene.home, country} <= usual:
            native = self._native(usual, within, index)
            if native and (scene.is_prominent(native) or country != scene.home):
                return native
            if scene.home in usual:
                return scene.home
        if country == scene.home and self._is_foreign(name) and office not in word_list("judging"):
            country = self._guess(name, within, index, home=0.0)
            if country != scene.home and not office:
                return None
        if (
            country is None
            or country == scene.home
            or (not office and not employed and scene.is_about(country))
        ):
            return country
        return country if serves and not employed else None

    def _native(self, usual: frozenset[str], office: str, index: int) -> str | None:
        """The state that the report names, among those in which a name is usual ("Dmitri")."""
        return self._scene.country_at(index, office=office, home=0.0, among=usual) if usual else None

    def _guess(self, name: str, office: str, index: int, *, home: float) -> str | None:
        among = english_speaking() if is_english(name) else None
        return self._scene.country_at(index, office=office, home=home, among=among)

    def _is_foreign(self, name: str) -> bool:
        """Whether a full name is not of the kind that is usual where the outlet is at home."""
        home = self._scene.home
        if home not in english_speaking() or " " not in name:
            return False
        return not is_english(name) and home not in where_usual(name)
