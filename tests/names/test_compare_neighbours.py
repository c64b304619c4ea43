"""Korean, Vietnamese and Japanese names, in their own letters, in Chinese characters and in Latin letters.

The people are public figures.
"""

import pytest

from answerable.names import THRESHOLD, Name, compare

KOREAN = [
    ("김대중", "Kim Dae-jung"),
    ("金大中", "Kim Dae-jung"),
    ("金大中", "김대중"),
    ("金大中", "Jin Dazhong"),
    ("박근혜", "Park Geun-hye"),
    ("朴槿惠", "박근혜"),
    ("朴槿惠", "Park Geun-hye"),
    ("朴槿惠", "Piao Jinhui"),
    ("이명박", "Lee Myung-bak"),
    ("이명박", "Yi Myŏngbak"),
    ("李明博", "Lee Myung-bak"),
    ("문재인", "Moon Jae-in"),
    ("文在寅", "Moon Jae-in"),
    ("Moon Jae-in", "Mun Jae-in"),
    ("Moon Jae-in", "Jae-in Moon"),
    ("윤석열", "Yoon Suk-yeol"),
    ("윤석열", "Yoon Seok-youl"),
    ("尹錫悅", "Yoon Suk-yeol"),
    ("노무현", "Roh Moo-hyun"),
    ("盧武鉉", "Roh Moo-hyun"),
    ("전두환", "Chun Doo-hwan"),
    ("Chun Doo-hwan", "Jeon Du-hwan"),
    ("이승만", "Syngman Rhee"),
    ("박정희", "Park Chung-hee"),
    ("Park Chung-hee", "Pak Chŏnghŭi"),
    ("Park Chung-hee", "Bak Jeonghui"),
    ("반기문", "Ban Ki-moon"),
    ("潘基文", "BAN Ki Moon"),
    ("황교안", "Hwang Kyo-ahn"),
    ("한덕수", "Han Duck-soo"),
    ("이재명", "Lee Jae-myung"),
    ("Lee Jae-myung", "Jae Myung Lee"),
    ("이순신", "Yi Sun-sin"),
    # the North's spellings
    ("김일성", "Kim Il-sung"),
    ("김일성", "Kim Il Song"),
    ("金日成", "Kim Il Sung"),
    ("김정일", "Kim Jong-il"),
    ("김정은", "Kim Jong Un"),
    ("金正恩", "Kim Jong-un"),
    ("김정은", "Kim Jŏng-ŭn"),
    ("최룡해", "Choe Ryong Hae"),
    ("崔龍海", "Choe Ryong-hae"),
    ("리설주", "Ri Sol-ju"),
    ("리용호", "Ri Yong Ho"),
    ("Kim Yong Nam", "Kim Yeong-nam"),
    ("김영남", "KIM, Yong-nam"),
]

VIETNAMESE = [
    ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
    ("阮富仲", "Nguyễn Phú Trọng"),
    ("阮富仲", "Nguyen Phu Trong"),
    ("阮富仲", "Ruan Fuzhong"),
    ("Nguyen Phu Trong", "Phu Trong Nguyen"),
    ("Hồ Chí Minh", "Ho Chi Minh"),
    ("胡志明", "Hồ Chí Minh"),
    ("胡志明", "Ho Chi Minh"),
    ("Võ Nguyên Giáp", "Vo Nguyen Giap"),
    ("武元甲", "Vo Nguyen Giap"),
    ("Phạm Minh Chính", "PHAM, Minh Chinh"),
    ("范明政", "Phạm Minh Chính"),
    ("Đỗ Mười", "Do Muoi"),
    ("Tô Lâm", "To Lam"),
    ("蘇林", "Tô Lâm"),
    ("Lê Duẩn", "Le Duan"),
    ("Trần Đại Quang", "Tran Dai Quang"),
    ("陳大光", "Tran Dai Quang"),
    ("阮春福", "Nguyen Xuan Phuc"),
    ("Võ Văn Thưởng", "Vo Van Thuong"),
    ("Trương Tấn Sang", "TRUONG Tan Sang"),
    ("Đặng Thị Ngọc Thịnh", "Dang Thi Ngoc Thinh"),
    ("王廷惠", "Vương Đình Huệ"),
]

JAPANESE = [
    ("安倍晋三", "Abe Shinzo"),
    ("安倍晋三", "Shinzō Abe"),
    ("安倍晋三", "安倍晉三"),
    ("安倍晋三", "あべ しんぞう"),
    ("安倍晋三", "アベ シンゾウ"),
    ("あべ しんぞう", "Shinzo Abe"),
    ("安倍晋三", "Anbei Jinsan"),
    ("岸田文雄", "Kishida Fumio"),
    ("石破茂", "Ishiba Shigeru"),
    ("小泉純一郎", "Junichiro Koizumi"),
    ("小泉純一郎", "KOIZUMI Jun'ichirō"),
    ("麻生太郎", "Taro Aso"),
    ("Taro Aso", "Tarou Asou"),
    ("佐藤栄作", "Eisaku Sato"),
    ("Eisaku Satoh", "Eisaku Sato"),
    ("大平正芳", "Ohira Masayoshi"),
    ("田中角栄", "Kakuei Tanaka"),
    ("河野太郎", "Kono Taro"),
    ("Kouno Tarou", "Taro Kono"),
    ("高市早苗", "Sanae Takaichi"),
    ("小池百合子", "Yuriko Koike"),
    ("吉田茂", "Shigeru Yoshida"),
    ("福田康夫", "Yasuo Fukuda"),
    ("鳩山由紀夫", "Yukio Hatoyama"),
    ("野田佳彦", "Yoshihiko Noda"),
    ("菅義偉", "Suga Yoshihide"),
    ("菅直人", "Naoto Kan"),
    ("伊藤博文", "Ito Hirobumi"),
]

SAME = [*KOREAN, *VIETNAMESE, *JAPANESE]

DIFFERENT = [
    ("김정은", "김정일"),
    ("김정은", "Kim Jong-il"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Kim Jong-un", "Kim Yo-jong"),
    ("Kim Il-sung", "Kim Jong-il"),
    ("金正恩", "金正日"),
    ("박정희", "박근혜"),
    ("Park Chung-hee", "Park Geun-hye"),
    ("Moon Jae-in", "Lee Jae-myung"),
    ("이명박", "이재명"),
    ("李明博", "Lee Jae-myung"),
    ("최룡해", "최룡수"),
    ("Nguyễn Phú Trọng", "Nguyễn Xuân Phúc"),
    ("Nguyen Phu Trong", "Nguyen Xuan Phuc"),
    ("Nguyen Van Linh", "Nguyen Van Thieu"),
    ("Lê Duẩn", "Lê Đức Thọ"),
    ("Tran Duc Luong", "Tran Dai Quang"),
    ("Phạm Văn Đồng", "Phạm Minh Chính"),
    ("阮富仲", "Nguyen Xuan Phuc"),
    ("安倍晋三", "安倍晋太郎"),
    ("安倍晋三", "Abe Shintaro"),
    ("Shinzo Abe", "Shintaro Abe"),
    ("小泉純一郎", "小泉進次郎"),
    ("Junichiro Koizumi", "Shinjiro Koizumi"),
    ("福田康夫", "福田赳夫"),
    ("Yasuo Fukuda", "Takeo Fukuda"),
    ("Taro Aso", "Taro Kono"),
    ("麻生太郎", "Taro Kono"),
    ("佐藤栄作", "Ito Hirobumi"),
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
