"""Latin, Cyrillic, Greek, Armenian, Georgian and the like: names of public officials."""

import pytest

from answerable.names.scripts import romanise
from tests.names.scripts.reading import fits


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("macron", ("macron",)),
        ("lech", ("lech",)),
        ("wałęsa", ("walesa", "walensa")),
        ("müller", ("muller", "mueller")),
        ("løkke", ("lokke", "loekke")),
        ("ñ", ("n", "ny")),
        ("straße", ("strasse",)),
        ("ðorbjörn", ("dorbjorn", "dhorbjoern")),
        ("Orbán", ("orban",)),
    ],
)
def test_latin_is_folded(word: str, readings: tuple[str, ...]) -> None:
    assert romanise(word) == readings


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("erdoğan", "erdogan"),
        ("əliyev", "aliyev"),
        ("çavuşoğlu", "chavushoglu"),
        ("čaputová", "chaputova"),
        ("žižka", "zhizhka"),
        ("yıldırım", "yildirim"),
    ],
)
def test_latin_first_reading(word: str, first: str) -> None:
    assert romanise(word)[0] == first


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("путин", "putin"),
        ("медведев", "medvedev"),
        ("хрущёв", "khrushchov"),
        ("хрущёв", "khrushchev"),
        ("горбачёв", "gorbachev"),
        ("евгений", "yevgeny"),
        ("евгений", "evgenii"),
        ("валерий", "valeriy"),
        ("дмитрий", "dmitrii"),
        ("сергей", "sergei"),
        ("жириновский", "zhirinovsky"),
        ("шойгу", "shoigu"),
        ("юлия", "yuliya"),
        ("татьяна", "tatiana"),
        ("александр", "alexandr"),
        ("щербаков", "shcherbakov"),
        ("зеленський", "zelensky"),
        ("зеленський", "zelenskyi"),
        ("гройсман", "hroisman"),
        ("порошенко", "poroshenko"),
        ("сергій", "serhii"),
        ("сергій", "sergiy"),
        ("україна", "ukraina"),
        ("лукашенка", "lukashenka"),
        ("ігар", "ihar"),
        ("вучић", "vucic"),
        ("ђинђић", "djindjic"),
        ("бойко", "boyko"),
        ("пеевски", "peevski"),
        ("първанов", "parvanov"),
        ("пещерски", "peshterski"),
        ("назарбаев", "nazarbayev"),
        ("тоқаев", "tokayev"),
        ("жээнбеков", "zheenbekov"),
        ("раҳмон", "rahmon"),
        ("мирзиёев", "mirziyoyev"),
        ("элбэгдорж", "elbegdorj"),
        ("хүрэлсүх", "khurelsukh"),
        ("хүрэлсүх", "hurelsuh"),
        ("джафаров", "jafarov"),
    ],
)
def test_cyrillic(word: str, spelled: str) -> None:
    assert fits(word, spelled), romanise(word)


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("μητσοτάκης", "mitsotakis"),
        ("παπαδόπουλος", "papadopoulos"),
        ("ευάγγελος", "evangelos"),
        ("ευθύμιος", "efthymios"),
        ("αυγέρης", "avgeris"),
        ("ναύτης", "naftis"),
        ("μάιος", "maios"),
        ("λουκαΐδης", "loukaidis"),
        ("μπακογιάννη", "bakogianni"),
        ("ντόρα", "dora"),
        ("χριστοδουλίδης", "christodoulidis"),
        ("τσίπρας", "tsipras"),
        ("Գևորգյան", "gevorgyan"),
        ("Նիկոլ", "nikol"),
        ("Փաշինյան", "pashinyan"),
        ("Վարդան", "vardan"),
        ("Վարդան", "vartan"),
        ("Օսկանյան", "oskanian"),
        ("Երևան", "yerevan"),
        ("Ոսկանյան", "voskanyan"),
        ("Ծառուկյան", "tsarukyan"),
        ("სააკაშვილი", "saakashvili"),
        ("მიხეილ", "mikheil"),
        ("ღარიბაშვილი", "gharibashvili"),
        ("წერეთელი", "tsereteli"),
        ("ᠴᠢᠩᠭᠢᠰ", "chinggis"),
        ("ᏣᎳᎩ", "tsalagi"),
        ("ገብረ", "gebre"),
        ("አብይ", "abiy"),
        ("መለስ", "meles"),
        ("ዜናዊ", "zenawi"),
    ],
)
def test_other_alphabets(word: str, spelled: str) -> None:
    assert fits(word, spelled), romanise(word)
