"""Uyghur, Kazakh, Kyrgyz, Tibetan and Mongolian names: in their own letters, as Chinese characters transcribe
them, in the Pinyin of that, and in Latin letters. The people are officials, writers, or invented.
"""

import pytest

from answerable.names import THRESHOLD, Name, compare

UYGHUR = [
    ("雪克来提·扎克尔", "Shohrat Zakir"),
    ("雪克来提·扎克尔", "雪克來提·扎克爾"),
    ("雪克来提·扎克尔", "Xuekelaiti Zhakeer"),
    ("雪克来提扎克尔", "Shohrat Zakir"),
    ("شۆھرەت زاكىر", "Shohrat Zakir"),
    ("شۆھرەت زاكىر", "雪克来提·扎克尔"),
    ("Shöhret Zakir", "Shohrat Zakir"),
    ("Xuekelaiti Zhakeer", "Shohrat Zakir"),
    ("努尔·白克力", "Nur Bekri"),
    ("努尔·白克力", "Nuer Baikeli"),
    ("Nuer Baikeli", "Nur Bekri"),
    ("نۇر بەكرى", "Nur Bekri"),
    ("艾尔肯·吐尼亚孜", "Erkin Tuniyaz"),
    ("艾尔肯·吐尼亚孜", "Aierken Tuniyazi"),
    ("Aierken Tuniyazi", "Erkin Tuniyaz"),
    ("ئەركىن تۇنىياز", "Erkin Tuniyaz"),
    ("铁木尔·达瓦买提", "Tomur Dawamat"),
    ("Tiemuer Dawamaiti", "Tömür Dawamet"),
    ("赛福鼎·艾则孜", "Seypidin Azizi"),
    ("Saifuding Aizezi", "Seypidin Azizi"),
    ("阿不来提·阿不都热西提", "Ablat Abdureshit"),
    ("阿不来提·阿不都热西提", "Abulaiti Abudurexiti"),
    ("Abulaiti Abudurexiti", "Ablet Abdurishit"),
    ("司马义·艾买提", "Ismail Amat"),
    ("Simayi Aimaiti", "Ismayil Ehmet"),
    ("买买提·吐尔逊", "麦麦提·图尔荪"),
    ("买买提·吐尔逊", "Memet Tursun"),
    ("Maimaiti Tuersun", "Mehmet Tursun"),
    ("阿卜杜热合曼·麦麦提", "Abdurahman Memet"),
]

KAZAKH_KYRGYZ = [
    ("Нұрсұлтан Назарбаев", "Nursultan Nazarbayev"),
    ("Нурсултан Назарбаев", "Nursultan Nazarbaev"),
    ("努尔苏丹·纳扎尔巴耶夫", "Nursultan Nazarbayev"),
    ("Қасым-Жомарт Тоқаев", "Kassym-Jomart Tokayev"),
    ("Касым-Жомарт Токаев", "Kassym-Jomart Tokayev"),
    ("Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev"),
    ("Kassym Jomart Tokayev", "Kasymzhomart Tokaev"),
    ("Садыр Жапаров", "Sadyr Japarov"),
    ("Sadyr Zhaparov", "Sadyr Japarov"),
    ("萨德尔·扎帕罗夫", "Sadyr Japarov"),
    ("Алмазбек Атамбаев", "Almazbek Atambayev"),
    ("Алмазбек Шаршенович Атамбаев", "Almazbek Atambayev"),
    ("Роза Отунбаева", "Roza Otunbayeva"),
    ("Чыңгыз Айтматов", "Chinghiz Aitmatov"),
    ("Сооронбай Жээнбеков", "Sooronbay Jeenbekov"),
]

TIBETAN = [
    ("བསྟན་འཛིན་རྒྱ་མཚོ", "Tenzin Gyatso"),
    ("丹增嘉措", "Tenzin Gyatso"),
    ("丹增嘉措", "Danzeng Jiacuo"),
    ("Danzeng Jiacuo", "Tenzin Gyatso"),
    ("丹增嘉措", "བསྟན་འཛིན་རྒྱ་མཚོ"),
    ("洛桑江村", "Losang Jamcan"),
    ("洛桑江村", "Luosang Jiangcun"),
    ("བློ་བཟང་རྒྱལ་མཚན", "Lobsang Gyaltsen"),
    ("白玛赤林", "Padma Choling"),
    ("Baima Chilin", "Pema Thinley"),
    ("向巴平措", "Jampa Phuntsok"),
    ("Xiangba Pingcuo", "Qiangba Puncog"),
    ("བྱམས་པ་ཕུན་ཚོགས", "Jampa Phuntsok"),
    ("洛桑森格", "Lobsang Sangay"),
    ("བློ་བཟང་སེང་གེ", "Lobsang Sangay"),
    ("边巴次仁", "Penpa Tsering"),
    ("Bianba Ciren", "Penpa Tsering"),
    ("སྤེན་པ་ཚེ་རིང", "Penpa Tsering"),
    ("扎西达娃", "Tashi Dawa"),
    ("Zhaxi Dawa", "Tashi Dawa"),
    ("阿沛·阿旺晋美", "Ngapoi Ngawang Jigme"),
    ("Tenzin Gyatso", "Tendzin Gyamtso"),
]

MONGOLIAN = [
    ("Ухнаагийн Хүрэлсүх", "Ukhnaagiin Khurelsukh"),
    ("Ухнаагийн Хүрэлсүх", "Khürelsükh Ukhnaa"),
    ("Ukhnaagiin Khurelsukh", "Khurelsukh Ukhnaa"),
    ("Цахиагийн Элбэгдорж", "Tsakhiagiin Elbegdorj"),
    ("Цахиагийн Элбэгдорж", "Elbegdorj Tsakhia"),
    ("查希亚·额勒贝格道尔吉", "Tsakhiagiin Elbegdorj"),
    ("Халтмаагийн Баттулга", "Khaltmaagiin Battulga"),
    ("Лувсаннамсрайн Оюун-Эрдэнэ", "Luvsannamsrain Oyun-Erdene"),
    ("Oyun-Erdene Luvsannamsrai", "Luvsannamsrain Oyun-Erdene"),
    ("Намбарын Энхбаяр", "Nambaryn Enkhbayar"),
    ("Нацагийн Багабанди", "Natsagiin Bagabandi"),
    ("巴音朝鲁", "Bayin Chaolu"),
    ("乌兰巴特尔", "Ulaanbaatar"),
    ("Бат Эрдэнэ", "Bat-Erdene"),
    ("巴特尔额尔德尼", "Baatar Erdene"),
]

SAME = [*UYGHUR, *KAZAKH_KYRGYZ, *TIBETAN, *MONGOLIAN]

DIFFERENT = [
    ("雪克来提·扎克尔", "努尔·白克力"),
    ("雪克来提·扎克尔", "雪克来提·白克力"),
    ("Shohrat Zakir", "Shohrat Bekri"),
    ("شۆھرەت زاكىر", "Erkin Zakir"),
    ("Erkin Tuniyaz", "Erkin Imirbaki"),
    ("买买提·吐尔逊", "艾买提·吐尔逊"),
    ("Memet Tursun", "Memet Tuniyaz"),
    ("吐尔逊·买买提", "Tursun Ismail"),
    ("Nuer Baikeli", "Nuer Tuniyazi"),
    ("Nursultan Nazarbayev", "Dariga Nazarbayeva"),
    ("Садыр Жапаров", "Akylbek Japarov"),
    ("Almazbek Atambayev", "Sooronbay Jeenbekov"),
    ("丹增嘉措", "Tenzin Norbu"),
    ("丹增嘉措", "洛桑嘉措"),
    ("Lobsang Sangay", "Lobsang Gyaltsen"),
    ("洛桑江村", "洛桑森格"),
    ("洛桑江村", "Lobsang Sangay"),
    ("བློ་བཟང་སེང་གེ", "བློ་བཟང་རྒྱལ་མཚན"),
    ("Penpa Tsering", "Dorje Tsering"),
    ("扎西达娃", "扎西次仁"),
    ("Ухнаагийн Хүрэлсүх", "Tsakhiagiin Elbegdorj"),
    ("Khaltmaagiin Battulga", "Khaltmaagiin Enkhbayar"),
    ("Намбарын Энхбаяр", "Nambaryn Bagabandi"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_name(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).score >= THRESHOLD


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_another_name(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).score < THRESHOLD


@pytest.mark.parametrize(("a", "b"), SAME + DIFFERENT)
def test_either_way_round(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).weight == compare(Name(b), Name(a)).weight


OUT_OF_REACH = [
    ("Luosang Jiangcun", "Lobsang Gyaltsen"),  # official spellings of one Tibetan word are kept apart
    ("巴音朝鲁", "Bayanqolu"),  # two elements written as one word in letters only
]


@pytest.mark.xfail(strict=True, reason="the same name, which no table and no rule here joins yet")
@pytest.mark.parametrize(("a", "b"), OUT_OF_REACH)
def test_a_name_out_of_reach(a: str, b: str) -> None:
    assert compare(Name(a), Name(b)).score >= THRESHOLD
