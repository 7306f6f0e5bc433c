"""What the layers below say is told in French: every sentence of theirs, its holes filled, and in the window; and what
was recorded in one language reads in the other."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel

from translator_gui.checks.codes import texts
from translator_gui.domain.candidate import Availability
from translator_gui.domain.finding import Severity
from translator_gui.domain.mqm import Annotation
from translator_gui.domain.span import Side
from translator_gui.engines.catalogue import EngineInfo
from translator_gui.kit.errors import AppError, EngineError, StoreError
from translator_gui.kit.settings import ScoringSettings, Settings, WindowSettings
from translator_gui.store.project_file import ProjectFile
from translator_gui.ui.dialogs.problem import ProblemDialog
from translator_gui.ui.docks.missing_engines import MissingEngines
from translator_gui.ui.i18n import install_language
from translator_gui.ui.recorded_text import recorded_comment
from translator_gui.ui.told import told, told_error, told_failure

from .made_project import made_session
from .real_window import Reader

_PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path.insert(0, str(_PACKAGING))
try:
    import said_below
finally:
    sys.path.remove(str(_PACKAGING))

TABLES = said_below.french()
FRENCH = {**TABLES["parts"], **TABLES["sentences"]}


def test_every_sentence_has_a_translation() -> None:
    assert said_below.untranslated() == {}
    assert len(said_below.sentences()) > 450


def test_nothing_is_translated_that_nobody_says() -> None:
    assert set(TABLES["sentences"]) - set(said_below.sentences()) == set()
    models = said_below.ROOT / "resources" / "engines" / "firefox-models.toml"
    files = (*said_below.PACKAGE.rglob("*.py"), models)
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    longest = {part: max(re.split(r"[^\w ]+", part), key=len) for part in TABLES["parts"]}
    assert [part for part, words in longest.items() if words.strip() not in code] == []


@pytest.mark.parametrize(("english", "french"), FRENCH.items(), ids=[text[:30] for text in FRENCH])
def test_french_keeps_holes_and_typography(english: str, french: str) -> None:
    holes = re.findall(r"\{(\d*)\}", french)
    assert sorted(holes) == [str(number) for number in range(english.count("{}"))]
    assert not re.search(r"[^\u202f\s][;!?]", french), "U+202F before ; ! ?"
    assert not re.search(r"[^\u00a0\s] ?: |[^\u00a0]:$", french), "U+00A0 before :"
    assert "'" not in french, "typographic apostrophe"
    assert not re.search("« | »|[“”]", french)


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "fr")
    yield
    install_language(qapp, "en")
    QLocale.setDefault(QLocale("en"))


SAID = [
    ("“état.tgproj” is there already.", "«\u00a0état.tgproj\u00a0» existe déjà."),
    ("“state” is there already.", "«\u00a0state\u00a0» existe déjà."),  # a name stays what it is
    ("“a.pdf” is a PDF file, not text.", "«\u00a0a.pdf\u00a0» est un fichier PDF, pas du texte."),
    ("“a.po” is not a PO catalogue.", "«\u00a0a.po\u00a0» n’est pas un catalogue PO."),
    ("“a.po” is not a PO catalogue at line 3.", "«\u00a0a.po\u00a0» n’est pas un catalogue PO à la ligne 3."),
    ("Try again later. The following segments were not sent.",
     "Réessayez plus tard. Les segments suivants n’ont pas été envoyés."),
    ("DeepL answered, but not with a translation: it is empty.",
     "DeepL a répondu, mais pas par une traduction\u00a0: elle est vide."),
    ("2 control characters were left out: the format cannot hold them.",
     "2 caractères de contrôle ont été omis\u00a0: le format ne les admet pas."),
    ("“a” cannot be changed: “a” is read-only.",
     "«\u00a0a\u00a0» ne peut être modifié\u00a0: «\u00a0a\u00a0» est en lecture seule."),
    ("3 of 9 sentences got no proposal: DeepL did not answer in time. Try again later.",
     "3 phrases sur 9 n’ont pas eu de proposition\u00a0: DeepL n’a pas répondu à temps. Réessayez plus tard."),
    ("Local language model: The language model is not installed. Pivot (Apertium and Firefox): There is no pivot chain"
     " for fr-en.",
     "Modèle de langue local\u00a0: Le modèle de langue n’est pas installé. Pivot (Apertium et Firefox)\u00a0: Il n’y a"
     " pas de chaîne pivot pour fr-en."),
    ("“a.tmx” holds more than 20,000 segments: too many for one article.",
     "«\u00a0a.tmx\u00a0» contient plus de 20\u202f000 segments\u00a0: c’est trop pour un article."),
    ("The model “French to English, Firefox (base-memory)” is not on this machine (37 MB, licence MPL-2.0).",
     "Le modèle «\u00a0français-anglais, Firefox (base-memory)\u00a0» n’est pas sur cette machine (37\u00a0Mo, licence"
     " MPL-2.0)."),
    ('pip install "translator-gui[local]"', 'pip install "translator-gui[local]"'),
    ("Something a plug-in says.", "Something a plug-in says."),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("english", "expected"), SAID)
def test_a_sentence_is_known_by_its_shape(english: str, expected: str, french: None) -> None:
    assert told(english) == expected


def test_english_stays_english(qapp: QApplication) -> None:
    install_language(qapp, "en")
    assert told("Try again later.") == "Try again later."


def test_failures(french: None) -> None:
    assert told_error(AppError("The proxy does not answer.", "Try again.")) == (
        "Le serveur mandataire ne répond pas.", "Réessayez."
    )  # fmt: skip
    assert told_failure(EngineError("The proxy does not answer."), "?") == ("Le serveur mandataire ne répond pas.", "")
    assert told_failure(KeyError("x"), "Une erreur.") == ("Une erreur.", "")


# -- in the window


@pytest.fixture
def reader(qtbot, french: None) -> Iterator[Reader]:
    settings = Settings("Anna", scoring=ScoringSettings(profile="rules"), window=WindowSettings(language="fr"))
    made = Reader(qtbot, settings)
    yield made
    made.close()


def labels(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_damaged_project(reader: Reader, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "a.tgproj"
    made_session(path).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xa5" * 8000)
    with pytest.raises(StoreError) as caught:
        ProjectFile.open(path)
    dialog = ProblemDialog(reader.desk, None, caught.value)
    qtbot.addWidget(dialog)
    assert "«\u00a0a.tgproj\u00a0» n’a pas pu être lu." in labels(dialog)
    assert "Le fichier est abîmé. Gardez-le" in labels(dialog)


def test_a_file_that_is_no_text(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"%PDF-1.4 nothing to read")
    reader.desk.open_path(path)
    reader.until(lambda: reader.messages)
    assert reader.messages[-1][0] == "«\u00a0a.txt\u00a0» est un fichier PDF, pas du texte."
    assert reader.messages[-1][1] == "Enregistrez-le ou exportez-le d’abord en texte brut ou en HTML."


def test_a_warning_of_reading(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Le marché a été fermé. La journée a déjà commencé.".encode("cp1252"))
    reader.desk.open_path(path)
    reader.until(lambda: reader.messages)
    assert re.match(
        "«\u00a0a.txt\u00a0» ne dit pas comment il est encodé.*Vérifiez les lettres", reader.messages[-1][0]
    )


def test_an_engine_that_is_missing(reader: Reader, qtbot) -> None:
    lack = Availability(False, "fxtranslate is not installed.", 'pip install "translator-gui[firefox]"')
    missing = MissingEngines(reader.desk)
    qtbot.addWidget(missing)
    missing._show([EngineInfo("firefox", "Firefox", False, lack, "")])
    assert "fxtranslate n’est pas installé." in labels(missing)


# -- errors accepted from a finding


def accepted(comment: str, finding: str = "f" * 16) -> Annotation:
    return Annotation("e", "s", Side.TARGET, None, "accuracy", Severity.MINOR, comment, finding=finding)


RECORDED = [
    ("“12” is not in the source.", "«\u00a012\u00a0» n’est pas dans la source."),
    ("This segment has no translation.", "Ce segment n’a pas de traduction."),
    ("“union”: says something else?", "«\u00a0union\u00a0»\u00a0: dit autre chose\u202f?"),
    ("“union”: not in the source.", "«\u00a0union\u00a0»\u00a0: absent de la source"),
    ("Something of the source is missing here.", "Il manque ici un élément de la source"),
    ("I would say it in another way.", "I would say it in another way."),
]


@pytest.mark.parametrize(("english", "expected"), RECORDED)
def test_what_was_accepted_in_english_reads_in_french(english: str, expected: str, french: None) -> None:
    assert recorded_comment(accepted(english)) == expected


def test_what_a_person_wrote_stays(french: None) -> None:
    assert recorded_comment(accepted("This segment has no translation.", finding="")).startswith("This segment")


def test_what_was_accepted_in_french_reads_in_english(qapp: QApplication) -> None:
    install_language(qapp, "en")
    assert recorded_comment(accepted("Ce segment n’a pas de traduction.")) == "This segment has no translation."


def test_every_message_of_a_finding_is_known_by_its_shape(french: None) -> None:
    """The French of the shape that fits is the French of the message, for every kind of finding."""
    wrong = []
    for code, entry in texts("en").items():
        params = {name: name.upper() for name in re.findall(r"\{(\w+)\}", entry["message"])}
        shown = recorded_comment(accepted(entry["message"].format_map(params)))
        if shown != texts("fr")[code]["message"].format_map(params):
            wrong.append((code, shown))
    assert wrong == []
