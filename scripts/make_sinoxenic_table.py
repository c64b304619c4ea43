"""Make the tables of how Chinese characters are read and spelled outside Mandarin and Hong Kong.

In: Unihan readings and variants, Jyutping by character, surnames by region, scripts/sinoxenic_extra.tsv.
Out: src/answerable/names/data/sinoxenic.tsv, and the rows of regional.tsv that are made by rule (macau,
malaysia, taiwan); its rows drafted by hand (hokkien, hakka) are kept as they stand. The same bytes for the
same sources. Usage: python -m scripts.make_sinoxenic_table FOLDER
"""

import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "answerable" / "names" / "data"
EXTRA = Path(__file__).with_name("sinoxenic_extra.tsv")
MOST_SPELLINGS = 10
BY_HAND = ("hokkien", "hakka")
REGIONAL_HEADER = """\
# How Chinese characters are spelled in names outside mainland China and Hong Kong.
# Columns: character in simplified form, system, spellings in Latin letters, the usual first. Systems: hokkien
# (Hokkien, Teochew, Foochow and Hainanese in Singapore, Malaysia, the Philippines and Taiwan), hakka, macau
# (Cantonese as Portuguese spells it), malaysia (Cantonese as Malaysia spells it), taiwan (Mandarin Phonetic
# Symbols II, Tongyong Pinyin, Gwoyeu Romatzyh and personal ones).
# Rows hokkien and hakka are kept by hand: drafted 2026-11-26 from general knowledge, not yet checked by a
# reader of the languages, with surnames of a table of surnames by region (facts) and some twenty spellings
# seen in names of members of parliaments (everypolitician 2015 and 2019, facts). Rows macau, malaysia and
# taiwan are made by scripts/make_sinoxenic_table.py from that table, from Hong Kong government Jyutping by
# character (MIT) and Unihan 14.0.0 of 2021-08-06 (kCantonese, kMandarin, kTGHZ2013; (c) 2021 Unicode, Inc.,
# Unicode licence, https://www.unicode.org/terms_of_use.html).
"""
SINOXENIC_HEADER = """\
# Chinese characters as Korea, Vietnam and Japan read them. Columns: character, Korean in Hangul, Vietnamese
# Han-Viet, Japanese on readings, Japanese kun readings usable in names (both in Hepburn without macrons);
# within a column the usual in names first. Made by scripts/make_sinoxenic_table.py; do not edit.
# Sources: Unihan 14.0.0 of 2021-08-06 (kHangul, kVietnamese, kJapaneseOn, kJapaneseKun, variants; (c) 2021
# Unicode, Inc., Unicode licence, https://www.unicode.org/terms_of_use.html); scripts/sinoxenic_extra.tsv,
# drafted 2026-11-26 from general knowledge, not yet checked by a reader of the languages.
"""

Fields = dict[str, dict[str, str]]
Rule = dict[str, str]


def rule(text: str) -> Rule:
    """``aa=a/ah`` and so on; an underscore is nothing at all."""
    return dict(part.replace("_", "").split("=") for part in text.split())


JYUTPING = re.compile(r"(gw|kw|ng|[bpmfdtnlgkhzcswj]?)([aeiouy][a-z]*|m|ng)")
MACAU_ONSETS = rule("b=p d=t g=k gw=ku/kw kw=ku/kw z=ch c=ch w=w/v j=i")
MACAU = rule(
    "aa=a aai=ai aau=ao aam=am aan=an aang=ang aap=ap aat=at aak=ak au=ao eng=eang/eng iu=io/iu ing=eng "
    "ik=ek ung=ong uk=ok oeng=eong oek=eok eoi=oi/ui eon=on eot=ot yu=u yun=un yut=ut"
)
MACAU_AFTER_I = rule(
    "i=i iu=iu/io im=im in=in ip=ip it=it ing=ieng ik=iek yu=u yun=un/iun yut=ut/iut eng=ieng"
)
MALAYSIA_ONSETS = rule("b=p d=t g=k gw=kw/ku kw=kw/ku z=ch c=ch j=y")
MALAYSIA = rule(
    "aa=ah/a/ar aai=ai/ye aau=au/ow aam=am/arm aan=an/arn aang=ang/eng aap=ap aat=at aak=ak/ark ai=ai/ye "
    "au=au/ow am=am/um an=an/un e=eh/e ei=ei/ee/i i=ee/i iu=iew/iu/ew in=in/een ing=ing/eng ik=ik/ek "
    "o=o/or/oh oi=oi/oy/ooi ou=o/oh/ow/ou ok=ok/ock u=oo/u ui=ooi/ui/oi un=oon/un ung=oong/ung/ong "
    "uk=ook/uk/oke oeng=eong/iong oek=eok/euk eoi=ui/ooi/oi eon=un/oon eot=ut yu=ue/ee/u yun=uen/oon "
    "yut=uet/oot"
)
MALAYSIA_AFTER_Y = rule(
    "i=yee/yi/i iu=yew/yiu im=yim in=yin/yeen ing=ying ip=yip/yap yu=yee/yu/yue yun=yuen/yoon"
)

# What the rules do not give, and what the table of surnames by region has wrong.
MACAU_ALSO = rule(
    "黄=vong/wong 余=u 许=hoi/hui 廖=lio/liu 郭=kuok/kuoc 崔=chui/choi 徐=choi/chui/tsui 蔡=choi/choy"
)
TAIWAN_ALSO = rule(
    "李=lee/li 吴=wu/woo 蔡=tsai/tsay 谢=hsieh/shieh 萧=hsiao/shiau 郭=kuo/kwo 许=hsu/sheu/shu "
    "邱=chiu/chiou/chyou 黄=huang/hwang/hwong 陈=chen/chern 杨=yang/young 曾=tseng/tzeng 廖=liao/liaw "
    "苏=su/sue/soo 叶=yeh/yieh 吕=lu/leu/lyu/lui 何=ho/her 罗=lo/luo/law 朱=chu/ju 游=yu/you/yo "
    "石=shih/shyr 柯=ko/ke/ker 翁=weng/wong 宋=sung/soong/song 傅=fu/fuh/foo 顾=koo/ku 冯=feng/fong/fung "
    "白=pai/pei/bai 洪=hung/horng/hong 周=chou/jou/joe/chow 郑=cheng/jeng/tseng 江=chiang/jiang/kiang "
    "孔=kung 殷=yin 赖=lai/lay 高=kao/gau/kaw 马=ma/mah 薛=hsueh/shiue/hsieh 沈=shen/sheen/sung 涂=tu/twu "
    "费=fei/fai 彭=peng/perng/pang 连=lien 严=yen 颜=yen 田=tien 燕=yen 彦=yen 简=chien/jean/gan "
    "义=i/ih/yi 一=i/yi 仪=i/yi 宜=i/yi 怡=i/yi/yee 逸=i/yi 艺=i/yi 益=i/yi 毅=i/yi 意=i/yi 英=ying/ing "
    "颖=ying/ing 莹=ying/ing 美=mei/may 国=kuo/kwo/guo 德=te/der/teh 仁=jen/ren/zen 子=tzu/tze/tz "
    "慈=tzu/tsu 思=szu/ssu/sy 斯=szu/ssu 芝=chih/chi 志=chih/chi/tsu 智=chih/chi 隆=lung/loong/long "
    "龙=lung/loong/long 宗=tsung/tzong/chung 九=chiu/jeou 华=hua/hwa/wa 喜=hsi/shi 学=hsueh/shei/hsuen "
    "雪=hsueh/hsuen 鸿=hung/horng/hrong 升=sheng/son 圣=sheng/saint 芬=fen/feng 庭=ting/tyng"
)
SURNAMES_WRONG = {
    "macao": rule("东=dong 巩=konh 常=sheong 臧=tsang/chang/chan 郤=lio 须=seoi 费=pei 喻=yu"),
    "malaysia": rule(
        "郑=te 王=ng 曹=cheng 倪=ngam 颜=ngam 蓝=ngam 龙=king/lon 薛=silk 海=heoi 池=dea 俞=je 温=bong "
        "杨=ewu 马=mha 贺=hoo 星=xing 谢=see/tia"
    ),
}

TONES = {"̄": 1, "́": 2, "̌": 3, "̀": 4}
PINYIN = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)([a-zü]+)")
BUZZED = {"zh", "ch", "sh", "r", "z", "c", "s"}
WHOLE = rule(
    "yi=i ya=ia ye=ie yao=iao you=iou yan=ian yin=in yang=iang ying=ing yong=iong wu=u wa=ua wo=uo wai=uai "
    "wei=uei wan=uan wen=uen wang=uang weng=ueng yu=ü yue=üe yuan=üan yun=ün"
)
# Enough of Hong Kong's own spelling to tell which readings of a character the directories there attest.
HONG_KONG_ONSETS = rule("b=p d=t g=k gw=kw z=ch/j/ts c=ch/ts s=s/sh j=y/_")
HONG_KONG = rule(
    "aa=a aai=ai aau=au aam=am aan=an aang=ang aap=ap aat=at aak=ak am=am/um an=an/un at=at/ut ei=ei/i/ee "
    "i=i/ee/ze/z iu=iu/ew o=o/or ou=o/ou u=u/oo un=un/oon oeng=eung oek=euk/eok eoi=ui/oi eon=un/on eot=ut "
    "yu=u/ue yun=uen/un yut=uet/ut"
)

KANA_ON = re.compile(r"ou|oo|uu")


def unihan(path: Path) -> Fields:
    """Character to field to value, from one Unihan file."""
    found: Fields = defaultdict(dict)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                found[chr(int(code[2:], 16))][field] = value
    return found


def unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def cantonese(jyutping: str, onsets: Rule, finals: Rule, after_j: Rule) -> list[str]:
    """One Jyutping syllable by a table of onsets and of finals, all mixtures, the usual first."""
    found = JYUTPING.fullmatch(jyutping.rstrip("123456"))
    if not found:
        return []
    onset, final = found.groups()
    if onset == "j" and final in after_j:
        return after_j[final].split("/")
    starts = onsets.get(onset, onset).split("/")
    return [start + end for end in finals.get(final, final).split("/") for start in starts]


def macau(jyutping: str) -> list[str]:
    """``jyut6`` is iut, ``gwok3`` kuok, ``ming4`` meng, ``siu1`` sio."""
    return cantonese(jyutping, MACAU_ONSETS, MACAU, MACAU_AFTER_I)


def malaysia(jyutping: str) -> list[str]:
    """``fung4`` is foong, ``juk6`` yoke, ``hing1`` heng."""
    return cantonese(jyutping, MALAYSIA_ONSETS, MALAYSIA, MALAYSIA_AFTER_Y)


def parted(pinyin: str) -> tuple[str, str, int]:
    """Initial, final (``iou`` and ``üe`` in full) and tone of a pinyin syllable with its tone mark."""
    marks = unicodedata.normalize("NFD", pinyin)
    tone = next((TONES[mark] for mark in marks if mark in TONES), 5)
    plain = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    if plain in WHOLE:
        return "", WHOLE[plain], tone
    found = PINYIN.fullmatch(plain)
    if not found:
        return "", "", tone
    initial, final = found.groups()
    if initial in BUZZED and final == "i":
        return initial, "", tone
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = "ü" + final[1:]
    return initial, {"iu": "iou", "ui": "uei", "un": "uen"}.get(final, final), tone


def phonetic_symbols(initial: str, final: str) -> str:
    """Mandarin Phonetic Symbols II without tones: ``zhi`` is jr, ``xiu`` shiou, ``zhao`` jau."""
    start = {"zh": "j", "q": "ch", "x": "sh", "z": "tz", "c": "ts"}.get(initial, initial)
    if not final:
        return start + {"z": "", "c": "z", "s": "z", "r": ""}.get(initial, "r")
    spelled = start + final if start else glided(final)
    return spelled.replace("ao", "au").replace("ong", "ung").replace("ü", "iu" if start else "yu")


def glided(final: str) -> str:
    """A final that stands alone, as pinyin writes it."""
    return next((whole for whole, full in WHOLE.items() if full == final), final)


def tongyong(initial: str, final: str) -> str:
    """Tongyong Pinyin: ``zhi`` is jhih, ``xiu`` siou, ``feng`` fong, ``wen`` wun."""
    start = {"zh": "jh", "q": "c", "x": "s"}.get(initial, initial)
    if not final:
        return start + "ih"
    if not start:
        return {"wen": "wun", "weng": "wong"}.get(glided(final), glided(final))
    if initial == "f" and final == "eng":
        return "fong"
    final = {"iong": "yong", "uen": "un"}.get(final, final)
    return start + final.replace("ü", "yu")


def gwoyeu(initial: str, final: str, tone: int) -> str:
    """Gwoyeu Romatzyh, which spells the tone: ``jiǔ`` is jeou, ``xiè`` shieh, ``quán`` chyuan."""
    start = {"zh": "j", "q": "ch", "x": "sh", "z": "tz", "c": "ts"}.get(initial, initial)
    final = final.replace("ao", "au").replace("ü", "iu").replace("er", "el") or "y"
    if tone == 1 and initial in {"m", "n", "l", "r"}:
        return start + "h" + final
    if tone == 2 and initial not in {"m", "n", "l", "r"}:
        final = rising(final)
        return start + final
    if tone == 3:
        final = dipping(final)
    elif tone == 4:
        final = falling(final)
    if not start and tone in {2, 3, 4}:
        final = opened(final, tone)
    return start + final


def rising(final: str) -> str:
    if final in {"i", "u"}:
        return {"i": "yi", "u": "wu"}[final]
    if final.startswith("iu"):
        return "yu" + final[2:]
    if final[0] in "iu":
        return {"i": "y", "u": "w"}[final[0]] + final[1:]
    vowels = re.match(r"[aeiouy]+", final)
    cut = vowels.end() if vowels else len(final)
    return final[:cut] + "r" + final[cut:]


def dipping(final: str) -> str:
    if final in {"ie", "uo", "ei", "ou"}:
        return {"ie": "iee", "uo": "uoo", "ei": "eei", "ou": "oou"}[final]
    if final in {"ai", "au"}:
        return {"ai": "ae", "au": "ao"}[final]
    if final.startswith("iu"):
        return "eu" + final[2:]
    if len(final) > 1 and final[0] in "iu" and final[1] in "aeiou":
        return {"i": "e", "u": "o"}[final[0]] + final[1:]
    return final[0] + final


def falling(final: str) -> str:
    if final.endswith("ng"):
        return final[:-1] + "q"
    if final[-1] in "nl":
        return final + final[-1]
    if final[-2:] in {"ai", "ei"}:
        return final[:-1] + "y"
    if final[-2:] in {"au", "ou"}:
        return final[:-1] + "w"
    return final + "h"


def opened(final: str, tone: int) -> str:
    """A final that stands alone begins with y or w."""
    if tone == 3:
        if final[:2] in {"iee", "ie"}:
            return "y" + final[1:]
        if final.startswith("uo"):
            return "w" + final[1:]
        return {"i": "y", "e": "y", "u": "w", "o": "w"}.get(final[0], "") + final
    if tone == 2:
        return final
    if final[0] == "i":
        return "y" + (final[1:] if len(final) > 2 and final[1] in "aeou" else final)
    if final[0] == "u":
        return "w" + (final[1:] if final[1] in "aeo" else final)
    return final


def taiwan(pinyin: str) -> list[str]:
    initial, final, tone = parted(pinyin)
    if not (initial or final):
        return []
    spelled = [phonetic_symbols(initial, final), tongyong(initial, final)]
    if tone < 5:
        spelled.append(gwoyeu(initial, final, tone))
    return [form for form in spelled if form.isascii() and form.isalpha()]


def by_region(folder: Path, region: str) -> dict[str, list[str]]:
    """Surnames of one character to their spellings there."""
    wrong = SURNAMES_WRONG.get(region, {})
    found: dict[str, list[str]] = {}
    for row in json.loads((folder / "chinese_surnames_by_region.json").read_text("utf-8")):
        surname = row["zh_sim"].split("[")[0]
        spelled = re.findall(r"[a-z]+", row[region].lower().replace("'", ""))
        if len(surname) == 1:
            forms = [form for form in spelled if form not in wrong.get(surname, "").split("/")]
            found.setdefault(surname, []).extend(forms)
    return found


def attested(jyutping: str, spelled: Iterable[str]) -> bool:
    """Whether a character's spellings in Hong Kong are those of this reading."""
    return not set(spelled).isdisjoint(cantonese(jyutping, HONG_KONG_ONSETS, HONG_KONG, {}))


def groups(folder: Path) -> dict[str, list[str]]:
    """Simplified character to the characters it stands for, the most usual in names first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows(DATA / "han.tsv"):
        text, simple, _, _, count = (row + [""] * 5)[:5]
        found[simple or text].append((-int(count or 0), text))
    wanted = {simple for simple, forms in found.items() if min(forms)[0] < 0}
    wanted |= {row[0] for row in rows(DATA / "regional.tsv")}
    surnames = json.loads((folder / "chinese_surnames_by_region.json").read_text("utf-8"))
    wanted |= {character for row in surnames for character in row["zh_sim"].split("[")[0]}
    return {simple: [text for _, text in sorted(found[simple])] for simple in wanted if simple in found}


def regional_lines(folder: Path) -> Iterator[str]:
    readings = unihan(folder / "Unihan_Readings.txt.gz")
    jyutping = json.loads((folder / "hkgov" / "charToLshk.json").read_text("utf-8"))
    spelled = {region: by_region(folder, region) for region in ("macao", "malaysia", "taiwan")}
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows(DATA / "regional.tsv"):
        if row[1] in BY_HAND:
            found[row[0], row[1]] = row[2].split(" ")
    hong_kong = {row[0]: re.findall("[a-z]+", row[3]) for row in rows(DATA / "han.tsv") if len(row) > 3}
    for simple, forms in groups(folder).items():
        usual = [s for c in forms for s in readings.get(c, {}).get("kCantonese", "").split()[:1]]
        known = [s for c in forms for s in hong_kong.get(c, ())]
        other = [s for c in forms[:2] for s in jyutping.get(c, ()) if attested(s, known)]
        sounds = unique([*usual[:1], *other])[:3]
        tones = unique(t for c in (simple, *forms[:1]) for t in mandarin(readings.get(c, {})))[:2]
        hand = found.get((simple, "hokkien"), []) + found.get((simple, "hakka"), [])
        west = [form for form in spelled["malaysia"].get(simple, ()) if form not in hand]
        lists = {
            "macau": [
                *MACAU_ALSO.get(simple, "").split("/"),
                *spelled["macao"].get(simple, ()),
                *(form for sound in sounds for form in macau(sound)),
            ],
            "malaysia": [*(form for sound in sounds[:2] for form in malaysia(sound)), *west],
            "taiwan": [
                *TAIWAN_ALSO.get(simple, "").split("/"),
                *spelled["taiwan"].get(simple, ()),
                *(form for tone in tones for form in taiwan(tone)),
            ],
        }
        for system, spellings in lists.items():
            if spellings and unique(spellings):
                found[simple, system] = unique(spellings)[:MOST_SPELLINGS]
    for (character, system), spellings in sorted(found.items()):
        yield f"{character}\t{system}\t{' '.join(spellings)}"


def mandarin(fields: dict[str, str]) -> list[str]:
    """Readings with their tones, the customary one first."""
    found = fields.get("kMandarin", "").split()[:1]
    for group in fields.get("kTGHZ2013", "").split():
        found += group.split(":")[1].split(",")
    return unique(found)


def hepburn(reading: str) -> str:
    """``SHUU`` and ``TOU`` lose the length of their vowels: shu, to."""
    return KANA_ON.sub(lambda found: found[0][0], reading.lower())


def sinoxenic_lines(folder: Path) -> Iterator[str]:
    """Every character of han.tsv and japanese.tsv: reviewed readings where there are any, else Unihan's."""
    readings = unihan(folder / "Unihan_Readings.txt.gz")
    extra = {row[0]: row[1:] + [""] * (5 - len(row)) for row in rows(EXTRA)}
    simple = {row[0]: row[1] if len(row) > 1 else "" for row in rows(DATA / "han.tsv")}
    traditional: dict[str, list[str]] = defaultdict(list)
    for text, short in simple.items():
        if short:
            traditional[short].append(text)
    japanese = {character for row in rows(DATA / "japanese.tsv") for character in row[0]}
    for text in sorted(simple.keys() | extra.keys() | japanese):
        kin = unique([text, *traditional.get(text, ()), simple.get(text, "")])
        yield from sinoxenic_line(text, kin, readings, extra)


def sinoxenic_line(text: str, kin: list[str], readings: Fields, extra: dict[str, list[str]]) -> Iterator[str]:
    parts = []
    for place, column in enumerate((korean, vietnamese, japanese_on, japanese_kun)):
        found = next((extra[form][place].split() for form in kin if form in extra and extra[form][place]), [])
        if not found:
            found = next(filter(None, (column(readings.get(form, {})) for form in kin)), [])
        parts.append(" ".join(found))
    if any(parts):
        yield "\t".join((text, *parts)).rstrip("\t")


def korean(fields: dict[str, str]) -> list[str]:
    """Readings taught or allowed in names first."""
    marked = [entry.split(":") for entry in fields.get("kHangul", "").split()]
    sounds = [sound for sound, _ in sorted(marked, key=lambda entry: "E" not in entry[1])]
    return unique([*sounds[:3], *(at_the_start(sound) for sound in sounds[:2])])


def at_the_start(sound: str) -> str:
    """South Korea drops or changes r and n at the start of a word: 리 is 이, 로 노, 녀 여."""
    onset, rest = divmod(ord(sound) - ord("가"), 588)
    soft = rest // 28 in {2, 3, 6, 7, 12, 17, 20}
    if onset == 5:
        onset = 11 if soft else 2
    elif onset == 2 and soft:
        onset = 11
    return chr(ord("가") + onset * 588 + rest)


def vietnamese(fields: dict[str, str]) -> list[str]:
    """One reading alone: beside it Unihan puts vernacular ones."""
    return fields.get("kVietnamese", "").split()[:1]


def japanese_on(fields: dict[str, str]) -> list[str]:
    return unique(hepburn(reading) for reading in fields.get("kJapaneseOn", "").split())[:4]


def japanese_kun(fields: dict[str, str]) -> list[str]:
    """Short ones alone: names use stems, and a long one is a verb with its ending."""
    return unique(hepburn(r) for r in fields.get("kJapaneseKun", "").split() if len(r) <= 6)[:4]


def write(name: str, header: str, lines: Iterable[str]) -> None:
    (DATA / name).write_text(header + "\n".join(lines) + "\n", "utf-8", newline="\n")


def main(folder: Path) -> None:
    write("regional.tsv", REGIONAL_HEADER, list(regional_lines(folder)))
    write("sinoxenic.tsv", SINOXENIC_HEADER, sinoxenic_lines(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
