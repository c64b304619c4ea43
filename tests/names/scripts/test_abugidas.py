"""Indic, Burmese, Thai, Lao, Khmer, Tibetan and kana: names of public officials."""

import pytest

from answerable.names.scripts import romanise, syllables
from tests.names.scripts.reading import fits


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("नरेन्द्र", "narendra"),
        ("मोदी", "modi"),
        ("राजनाथ", "rajnath"),
        ("सिंह", "singh"),
        ("ज्येष्ठ", "jyeshtha"),
        ("पन्त", "pant"),
        ("रामदेव", "ramdev"),
        ("देउवा", "deuva"),
        ("लक्ष्मी", "laxmi"),
        ("ज़रदारी", "zardari"),
        ("শেখ", "shekh"),
        ("হাসিনা", "hasina"),
        ("মমতা", "mamata"),
        ("ব্যানার্জি", "byanarji"),
        ("ਮਨਮੋਹਨ", "manmohan"),
        ("નરેન્દ્ર", "narendra"),
        ("ನರೇಂದ್ರ", "narendra"),
        ("యడియూరప్ప", "yadiyurappa"),
        ("പിണറായി", "pinarayi"),
        ("ஜெயலலிதா", "jeyalalitha"),
        ("கருணாநிதி", "karunanithi"),
        ("கலாம்", "kalam"),
        ("சம்பந்தன்", "sambanthan"),
        ("சுப்பிரமணியன்", "subramaniyan"),
        ("அன்வர்", "anwar"),
        ("මහින්ද", "mahinda"),
        ("රාජපක්ෂ", "rajapaksha"),
        ("ප්\u200dරසන්න", "prasanna"),
        ("රණතුංග", "ranathunga"),
    ],
)
def test_indic(word: str, spelled: str) -> None:
    assert fits(word, spelled), romanise(word)


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("မင်းအောင်လှိုင်", "min aung hlaing"),
        ("စိုးဝင်း", "soe win"),
        ("ဝင်းမြင့်", "win myin"),
        ("ထင်ကျော်", "htin kyaw"),
        ("သိန်းစိန်", "thein sein"),
        ("သန်းရွှေ", "than shwe"),
        ("ခင်ညွန့်", "khin nyun"),
        ("မင်္ဂလာ", "min ga la"),
        ("ဦးနု", "u nu"),
    ],
)
def test_burmese_syllables(word: str, apart: str) -> None:
    assert " ".join(syllables(word)) == apart
    assert romanise(word)[0] == apart.replace(" ", "")


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("ทักษิณ", "thaksin"),
        ("ชินวัตร", "chinawatra"),
        ("ชินวัตร", "chinawat"),
        ("ยิ่งลักษณ์", "yinglak"),
        ("ประยุทธ์", "prayut"),
        ("จันทร์โอชา", "chanocha"),
        ("เศรษฐา", "settha"),
        ("เวชชาชีวะ", "vejjajiva"),
        ("สมชาย", "somchai"),
        ("แพทองธาร", "phaethongthan"),
        ("ทวีสิน", "thawisin"),
        ("บรรหาร", "banhan"),
        ("ທອງລຸນ", "thonglun"),
        ("ສີສຸລິດ", "sisoulit"),
        ("ພັນຄຳ", "phankham"),
        ("ហ៊ុន", "hun"),
        ("សែន", "sen"),
        ("ម៉ាណែត", "manet"),
        ("ប្រាក់", "prak"),
        ("សំរិន", "samrin"),
        ("ជា", "chea"),
        ("ស៊ីម", "sim"),
        ("សីហនុ", "sihanu"),
        ("བློ་བཟང", "lobsang"),
        ("བློ་བཟང", "lozang"),
        ("རྒྱལ་མཚན", "gyaltsen"),
        ("བསྟན་འཛིན", "tenzin"),
        ("རྒྱ་མཚོ", "gyatso"),
        ("པད་མ", "pema"),
        ("པད་མ", "padma"),
        ("ཚེ་རིང", "tsering"),
        ("བསོད་ནམས", "sonam"),
        ("ཕུན་ཚོགས", "phuntsok"),
        ("རྡོ་རྗེ", "dorje"),
        ("バラク", "baraku"),
        ("バラク", "barak"),
        ("オバマ", "obama"),
        ("キッシンジャー", "kisshinja"),
        ("あべ", "abe"),
        ("トランプ", "toranpu"),
        ("マッチ", "matchi"),
    ],
)
def test_south_east_asia_tibet_japan(word: str, spelled: str) -> None:
    assert fits(word, spelled), romanise(word)
