"""A text in another language is refused, and English of any style is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ReadError
from generator.read.english import may_be_english
from tests.read.seeds import read

# The same report, written for this test in each language.
OTHERS = {
    "German": "Der Hafen von Lindvik wurde am Montag nach zwei Jahren wieder geöffnet, teilte die Hafenbehörde mit. "
    "Die Direktorin sagte, die Gebühren würden nicht steigen. Die Fischer sagen, dass der neue Kai zu "
    "hoch sein könnte.",
    "Dutch": "De haven van Lindvik is maandag na twee jaar weer opengegaan, zei het havenbestuur. De directeur zei "
    "dat de kosten niet zullen stijgen of dalen. De vissers vrezen dat de nieuwe kade te hoog is voor hun "
    "kleine boten.",
    "French": "Le port de Lindvik a rouvert lundi après deux ans de travaux, a indiqué l'autorité portuaire. La "
    "directrice a dit que les droits ne monteraient pas. Les pêcheurs disent que le nouveau quai pourrait "
    "être trop haut.",
    "Spanish": "El puerto de Lindvik reabrió el lunes tras dos años de obras, dijo la autoridad portuaria. La "
    "directora dijo que las tasas no subirán. Los pescadores dicen que el nuevo muelle puede ser "
    "demasiado alto para sus barcos.",
    "Italian": "Il porto di Lindvik ha riaperto lunedì dopo due anni di lavori, ha detto l'autorità portuale. La "
    "direttrice ha detto che le tariffe non saliranno. I pescatori dicono che la nuova banchina potrebbe "
    "essere troppo alta.",
    "Danish": "Havnen i Lindvik åbnede mandag efter to års reparationer, oplyser havnemyndigheden. Direktøren "
    "sagde, at afgifterne ikke vil stige for de små både. Fiskerne siger, at den nye kaj kan være for høj "
    "til deres både.",
    "Russian": "Порт Линдвик открылся в понедельник после двух лет ремонта, сообщило управление порта. Директор "
    "сказала, что сборы не вырастут. Рыбаки говорят, что новый причал может оказаться слишком высоким для "
    "их маленьких лодок.",
    "Chinese": "林德维克港经过两年维修后于周一重新开放，港务局表示。" * 8,
}
ENGLISH = "The port of Lindvik opened again on Monday after two years of work, said the authority that runs it."
NAMES = "Lindvik, Halden, Osthavn, Skerry, Estmark, Monday, Ane Holm, Jon Aske, Tove Lind, Per Dahl, Marit Sand. " * 3


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_told(language: str) -> None:
    assert not may_be_english([OTHERS[language]])


@pytest.mark.parametrize("language", OTHERS)
def test_english_that_quotes_another_language_is_english(language: str) -> None:
    assert may_be_english([ENGLISH, OTHERS[language], ENGLISH])


def test_little_text_can_be_all_names() -> None:
    assert may_be_english([NAMES[:140]])
    assert not may_be_english([NAMES])


def test_article_in_another_language_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(tmp_path, f"Hafen offen\n\n{OTHERS['German']}\n")
    assert caught.value.problem == "is not in English, which is all that can be read here"
    assert caught.value.hint.startswith("take it out of the folder, or write `language: en` into its sidecar")


def test_sidecar_has_the_last_word_on_the_language(tmp_path: Path) -> None:
    assert read(tmp_path, f"Names\n\n{NAMES}\n", sidecar="language: en-GB").language == "en-GB"
    with pytest.raises(ReadError, match="is not in English"):
        read(tmp_path, f"Hafen offen\n\n{OTHERS['German']}\n", sidecar="language: de")
