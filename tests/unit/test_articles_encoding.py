import pytest

from quotes.articles.encoding import Problem, decoded

ENGLISH = "The mayor said: “It’s a café – we can’t close it.” He paid £20…\r\n\r\nShe didn’t. Zoë did."
RUSSIAN = "Мэр города сказал, что библиотека останется открытой. Никто не возражал, и все разошлись по домам."
POLISH = "Burmistrz powiedział, że biblioteka zostanie otwarta. „Nie ma się czego bać”, dodał Łukasz."
JAPANESE = "市長は「図書館は閉めない」と述べた。反対する人はいなかった。会議は夜遅くまで続いた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac-roman"),
        ("Señor Núñez: ¿qué pasó? «Nada», dijo el alcalde.", "cp1252"),
        ("Die Straße ist gesperrt, weil die Brücke bröckelt, sagte Müller.", "latin-1"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN * 10, "koi8-r"),
        (JAPANESE, "shift_jis"),
        ("a", "utf-8"),
    ],
)
def test_text_is_read_in_the_encoding_it_is_written_in(text, encoding):
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, POLISH, JAPANESE])
def test_a_byte_order_mark_stays_as_one_character(text, encoding):
    assert decoded(("\ufeff" + text).encode(encoding)) == "\ufeff" + text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.EMPTY),
        (b" \r\n\t\n", Problem.EMPTY),
        (b"\xef\xbb\xbf", Problem.EMPTY),
        (b"\xff\xfe\r\x00\n\x00", Problem.EMPTY),
        (b"It rained.\x00", Problem.BINARY),
        (bytes(range(32)) * 20, Problem.BINARY),
        (b"\x01\x00\x02\x00\x03\x00\x04\x00", Problem.BINARY),
        (b"\xff\xfea\x00b\x00c", Problem.UNKNOWN_ENCODING),  # UTF-16 cut in the middle of a character
        (b"%PDF-1.7\nIt rained.", Problem.BINARY),
        (b"PK\x03\x04 It rained.", Problem.BINARY),
    ],
)
def test_what_is_no_text_has_a_problem(data, problem):
    assert decoded(data) is problem


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1a"])
def test_line_ends_and_the_odd_control_character_stay(end):
    text = f"It rained.{end}Nobody came.{end}"
    assert decoded(text.encode()) == text
