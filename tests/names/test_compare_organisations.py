"""Firms and public bodies: translated, transliterated, abbreviated, and kept apart from their neighbours.

That a body stands here says nothing about it.
"""

import pytest

from answerable.names import THRESHOLD, Name, compare

SAME = [
    ("Company", "NORTHERN FINANlCIAL TEwCHNOLOGIES OOO", "NORTHERN FINANCIAL TECHNOLOGIES OOO"),
    ("Company", "VELINOV PETROLUEM COPMANY", "VELINOV PETROLEUM COMPANY"),
    ("Company", "GLOABL VISION GRaUP", "GLOBAL VISION GROUP"),
    # Chinese and English
    ("Company", "中国银行股份有限公司", "Bank of China Limited"),
    ("Company", "中国银行", "Bank of China"),
    ("Company", "中國銀行", "中国银行"),
    ("Company", "华为技术有限公司", "Huawei Technologies Co., Ltd."),
    ("Company", "華為技術有限公司", "Huawei Technologies Company Limited"),
    ("Company", "中芯国际集成电路制造有限公司", "Semiconductor Manufacturing International Corporation"),
    ("Company", "中国石油天然气集团公司", "China National Petroleum Corporation"),
    ("Company", "中国移动有限公司", "China Mobile Limited"),
    ("Company", "中国联通", "China Unicom"),
    ("Company", "杭州海康威视数字技术股份有限公司", "Hangzhou Hikvision Digital Technology Co., Ltd."),
    ("Company", "上海浦东发展银行", "Shanghai Pudong Development Bank"),
    ("Company", "中国电子科技集团公司", "China Electronics Technology Group Corporation"),
    ("Company", "中国工商银行", "Industrial and Commercial Bank of China"),
    ("PublicBody", "公安部", "Ministry of Public Security"),
    ("PublicBody", "国家安全部", "Ministry of State Security"),
    ("PublicBody", "中国人民解放军", "People's Liberation Army"),
    ("PublicBody", "新疆生产建设兵团", "Xinjiang Production and Construction Corps"),
    ("PublicBody", "新疆维吾尔自治区公安厅", "Xinjiang Uyghur Autonomous Region Public Security Department"),
    (
        "PublicBody",
        "新疆维吾尔自治区公安厅",
        "Public Security Department of Xinjiang Uygur Autonomous Region",
    ),
    ("PublicBody", "喀什市公安局", "Kashgar City Public Security Bureau"),
    ("PublicBody", "最高人民法院", "Supreme People's Court"),
    # transliterated against translated
    ("PublicBody", "公安部", "Gong'an Bu"),
    ("PublicBody", "Gonganbu", "Ministry of Public Security"),
    ("PublicBody", "新疆生产建设兵团", "Xinjiang Shengchan Jianshe Bingtuan"),
    ("PublicBody", "Federalnaya Sluzhba Bezopasnosti", "Federal Security Service"),
    # abbreviations
    ("Company", "SMIC", "Semiconductor Manufacturing International Corporation"),
    ("Company", "SMIC", "中芯国际"),
    ("Company", "CNPC", "China National Petroleum Corporation"),
    ("Company", "CETC", "China Electronics Technology Group Corporation"),
    ("Company", "ICBC", "Industrial and Commercial Bank of China"),
    ("PublicBody", "XPCC", "Xinjiang Production and Construction Corps"),
    ("PublicBody", "XPCC", "新疆生产建设兵团"),
    ("PublicBody", "MPS", "Ministry of Public Security"),
    ("PublicBody", "PLA", "People's Liberation Army"),
    # word order and the words that translators choose
    ("PublicBody", "Ministry of Public Security", "Public Security Ministry"),
    ("PublicBody", "Xinjiang Public Security Bureau", "Public Security Bureau of Xinjiang"),
    ("PublicBody", "Ministry of Defence", "Ministry of Defense"),
    # legal forms
    ("Company", "Velinov Works Co., Ltd.", "Velinov Works Company Limited"),
    ("Company", "Velinov Works", "VELINOV WORKS LTD"),
    ("Company", "Velinov GmbH", "Velinov Gesellschaft mit beschränkter Haftung"),
    ("Company", "Velinov S.A.", "Velinov Société Anonyme"),
    ("Company", "Velinov Trading LLC", "Velinov Trading L.L.C."),
    ("Company", "Velinov & Sons Ltd", "Velinov and Sons Limited"),
    ("Company", "Velinov Works Ltd", "Velnov Works Ltd"),
    # Russian
    ("Company", "ПАО «Газпром»", "Gazprom PJSC"),
    ("Company", "ПАО «Газпром»", "Public Joint Stock Company Gazprom"),
    ("Company", "Публичное акционерное общество Сбербанк", "Sberbank PJSC"),
    ("Company", "АО «Рособоронэкспорт»", "JSC Rosoboronexport"),
    ("Company", "ООО Велинов Строй", "OOO Velinov Stroy"),
    ("Company", "ООО «Велинов»", "Velinov LLC"),
    (
        "PublicBody",
        "Министерство обороны Российской Федерации",
        "Ministry of Defence of the Russian Federation",
    ),
    ("PublicBody", "Федеральная служба безопасности", "Federal Security Service"),
    ("PublicBody", "ФСБ", "Federal Security Service"),
    ("PublicBody", "Министерство внутренних дел", "Ministry of Internal Affairs"),
]

DIFFERENT = [
    ("Company", "VELINOV FINANlCIAL GROUP", "PETROV FINANCIAL GROUP"),
    # provinces and cities
    ("PublicBody", "Shanxi Public Security Department", "Shaanxi Public Security Department"),
    ("PublicBody", "山西省公安厅", "陕西省公安厅"),
    ("PublicBody", "山西省公安厅", "Shaanxi Provincial Public Security Department"),
    ("Company", "Shanxi Coal Group", "Shaanxi Coal Group"),
    ("PublicBody", "Xinjiang Public Security Department", "Tibet Public Security Department"),
    ("PublicBody", "喀什市公安局", "和田市公安局"),
    ("PublicBody", "Kashgar Public Security Bureau", "Hotan Public Security Bureau"),
    ("Company", "Shenzhen Velinov Electronics", "Guangzhou Velinov Electronics"),
    # levels
    ("PublicBody", "Xinjiang Public Security Department", "Urumqi Public Security Bureau"),
    ("PublicBody", "Ministry of Public Security", "Xinjiang Public Security Bureau"),
    ("PublicBody", "公安部", "新疆维吾尔自治区公安厅"),
    ("PublicBody", "最高人民法院", "新疆维吾尔自治区高级人民法院"),
    # what is alike in name and another body
    ("Company", "Bank of China", "People's Bank of China"),
    ("Company", "中国银行", "中国人民银行"),
    ("Company", "中国银行", "People's Bank of China"),
    ("Company", "Bank of China", "Industrial and Commercial Bank of China"),
    ("Company", "Agricultural Bank of China", "Industrial and Commercial Bank of China"),
    ("Company", "China National Petroleum Corporation", "China National Offshore Oil Corporation"),
    ("Company", "CNPC", "CNOOC"),
    ("Company", "CNPC", "China National Offshore Oil Corporation"),
    ("Company", "China Electronics Corporation", "China Electronics Technology Group Corporation"),
    ("Company", "CEC", "CETC"),
    ("Company", "中国电子信息产业集团有限公司", "中国电子科技集团有限公司"),
    ("Company", "China Mobile", "China Unicom"),
    ("Company", "China Telecom", "China Unicom"),
    ("Company", "中国移动", "中国联通"),
    ("Company", "中国移动", "China Unicom"),
    ("PublicBody", "Ministry of Public Security", "Ministry of State Security"),
    ("PublicBody", "公安部", "国家安全部"),
    ("PublicBody", "公安部", "Ministry of State Security"),
    ("PublicBody", "MPS", "MSS"),
    ("PublicBody", "Supreme People's Court", "Supreme People's Procuratorate"),
    ("PublicBody", "最高人民法院", "最高人民检察院"),
    # numbers
    (
        "PublicBody",
        "Xinjiang Production and Construction Corps First Division",
        "Xinjiang Production and Construction Corps Second Division",
    ),
    ("Company", "721 Research Institute", "722 Research Institute"),
    # sister firms
    ("Company", "Velinov Textiles", "Velinov Foods"),
    ("Company", "Velinov Holding Ltd", "Petrov Holding Ltd"),
    ("Company", "Hangzhou Hikvision Digital Technology", "Zhejiang Dahua Technology"),
    ("Company", "Gazprom", "Rosneft"),
    ("Company", "ПАО «Газпром»", "Gazprom Neft PJSC"),
    ("Company", "ООО «Велинов»", "Petrov LLC"),
    (
        "PublicBody",
        "Министерство обороны Российской Федерации",
        "Ministry of Foreign Affairs of the Russian Federation",
    ),
    ("PublicBody", "Федеральная служба безопасности", "Federal Customs Service"),
]


@pytest.mark.parametrize(("schema", "a", "b"), SAME)
def test_the_same_body(schema: str, a: str, b: str) -> None:
    assert compare(Name(a, schema), Name(b, schema)).score >= THRESHOLD


@pytest.mark.parametrize(("schema", "a", "b"), DIFFERENT)
def test_another_body(schema: str, a: str, b: str) -> None:
    assert compare(Name(a, schema), Name(b, schema)).score < THRESHOLD


@pytest.mark.parametrize(("schema", "a", "b"), SAME + DIFFERENT)
def test_either_way_round(schema: str, a: str, b: str) -> None:
    assert (
        compare(Name(a, schema), Name(b, schema)).weight == compare(Name(b, schema), Name(a, schema)).weight
    )


@pytest.mark.parametrize(("schema", "a", "b"), SAME + DIFFERENT)
def test_the_schema_may_be_said_by_whoever_asks(schema: str, a: str, b: str) -> None:
    assert compare(Name(a), Name(b), schema) == compare(Name(a, schema), Name(b, schema))
