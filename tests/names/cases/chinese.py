"""Chinese names as the documents of many places spell them; the people are public figures or invented."""

FORMS = [
    ("蔣經國", "蒋经国"),
    ("鄭和", "郑和"),
    ("葉劍英", "叶剑英"),
    ("羅瑞卿", "罗瑞卿"),
    ("黃興", "黄兴"),
    ("嚴家淦", "严家淦"),
    ("龍應臺", "龙应台"),
    ("陳國衞", "陈国卫"),
    ("譚 索", "谭索"),
]
"""Traditional and simplified."""

PINYIN = [
    # order, hyphen, spacing, run together, comma
    ("毛澤東", "Mao Zedong"),
    ("毛泽东", "Zedong Mao"),
    ("毛泽东", "MAO, Zedong"),
    ("毛泽东", "Mao Ze-dong"),
    ("毛泽东", "Mao Ze Dong"),
    ("毛泽东", "MAOZEDONG"),
    ("Maozedong", "Mao Zedong"),
    ("Mao Ze Dong", "Ze-dong MAO"),
    ("邓小平", "Dèng Xiǎopíng"),
    ("李娥", "Li E"),
    ("譚曉安", "Tan Xiao'an"),
    ("譚曉安", "Tan Xiaoan"),
    ("譚西安", "Tan Xi'an"),
    # surnames with a reading of their own
    ("曾國藩", "Zeng Guofan"),
    ("單霽翔", "Shan Jixiang"),
    ("仇保興", "Qiu Baoxing"),
    ("解振華", "Xie Zhenhua"),
    ("查培新", "Zha Peixin"),
    ("區志光", "Ou Zhiguang"),
    ("樂毅", "Yue Yi"),
    ("樂玉成", "Le Yucheng"),
    ("朴正熙", "Piao Zhengxi"),
    ("翟隽", "Zhai Jun"),
    ("薄一波", "Bo Yibo"),
    ("尉遲恭", "Yuchi Gong"),
    ("歐陽修", "Ouyang Xiu"),
    ("歐陽修", "Ou Yang Xiu"),
    ("司馬遷", "Sima Qian"),
    ("諸葛亮", "Zhuge Liang"),
    ("諸葛亮", "Liang Zhuge"),
    ("上官婉兒", "Shangguan Wan'er"),
    # ü in every spelling
    ("呂正操", "Lü Zhengcao"),
    ("呂正操", "Lyu Zhengcao"),
    ("呂正操", "Lv Zhengcao"),
    ("呂正操", "Lu Zhengcao"),
    ("Lü Zhengcao", "Lyu Zhengcao"),
    ("Lv Zhengcao", "Lü Zhengcao"),
]

HONG_KONG = [
    ("曾蔭權", "Donald Tsang Yam-kuen"),
    ("梁振英", "Leung Chun-ying"),
    ("李家超", "John Lee Ka-chiu"),
    ("李家超", "LEE, Ka-chiu John"),
    ("陳茂波", "Paul Chan Mo-po"),
    ("羅致光", "Law Chi-kwong"),
    ("聶德權", "Patrick Nip Tak-kuen"),
    ("鄭若驊", "Teresa Cheng Yeuk-wah"),
    ("譚耀宗", "Tam Yiu-chung"),
    ("吳克儉", "Eddie Ng Hak-kim"),
    ("許正宇", "Christopher Hui Ching-yu"),
    ("麥美娟", "Alice Mak Mei-kuen"),
    ("卓永興", "Cheuk Wing-hing"),
    ("區志光", "Au Chi-kwong"),
    ("吴克俭", "NG Hak Kim"),
    ("盧寵茂", "Lo Chung-mau"),
    ("董建华", "C. H. Tung"),
    ("譚家豪", "Tam Kaho"),
    ("譚家豪", "TAMKAHO"),
    ("譚家豪", "The Hon. Ka-ho Tam, JP"),
    ("譚家豪", "Ka-ho Tam, JP"),
    ("譚家豪議員", "Dr Tam Ka-ho"),
    ("譚家豪太平紳士", "Tam Ka-ho"),
]

MARRIED = [
    ("林鄭月娥", "Carrie Lam Cheng Yuet-ngor"),
    ("林鄭月娥", "LAM CHENG Yuet-ngor, Carrie"),
    ("林郑月娥", "Cheng Yuet-ngor"),
    ("林郑月娥", "Lam Yuet-ngor"),
    ("林鄭月娥", "郑月娥"),
    ("葉劉淑儀", "Regina Ip Lau Suk-yee"),
    ("范徐麗泰", "Rita Fan Hsu Lai-tai"),
    ("陳方安生", "Anson Chan Fang On-sang"),
    ("Carrie Lam Cheng Yuet-ngor", "Cheng Yuet-ngor Carrie"),
]
"""A husband's surname before one's own, or either left out."""

MACAU = [
    ("何厚鏵", "Ho Hau Wah"),
    ("何厚鏵", "Edmund Ho Hau-wah"),
    ("崔世安", "Fernando Chui Sai On"),
    ("賀一誠", "Ho Iat Seng"),
    ("岑浩輝", "Sam Hou Fai"),
    ("黃少澤", "Wong Sio Chak"),
    ("張永春", "Cheong Weng Chon"),
    ("李偉農", "Lei Wai Nong"),
    ("譚俊榮", "Alexis Tam Chon Weng"),
    ("歐陽瑜", "Ao Ieong U"),
]

TAIWAN = [
    ("蔡英文", "Tsai Ing-wen"),
    ("賴清德", "Lai Ching-te"),
    ("賴清德", "William Lai Ching-te"),
    ("馬英九", "Ma Ying-jeou"),
    ("李登輝", "Lee Teng-hui"),
    ("陳水扁", "Chen Shui-bian"),
    ("游錫堃", "Yu Shyi-kun"),
    ("謝長廷", "Frank Hsieh Chang-ting"),
    ("呂秀蓮", "Annette Lu Hsiu-lien"),
    ("卓榮泰", "Cho Jung-tai"),
    ("韓國瑜", "Han Kuo-yu"),
    ("盧秀燕", "Lu Shiow-yen"),
    ("王金平", "Wang Jin-pyng"),
    ("朱立倫", "Eric Chu Li-luan"),
    ("宋楚瑜", "James Soong Chu-yu"),
]

WADE_GILES = [
    ("毛澤東", "Mao Tse-tung"),
    ("周恩來", "Chou En-lai"),
    ("鄧小平", "Teng Hsiao-p'ing"),
    ("江青", "Chiang Ch'ing"),
    ("林彪", "Lin Piao"),
    ("朱德", "Chu Te"),
    ("彭德懷", "P'eng Te-huai"),
    ("華國鋒", "Hua Kuo-feng"),
    ("劉少奇", "Liu Shao-ch'i"),
    ("趙紫陽", "Chao Tzu-yang"),
    ("蔣經國", "Chiang Ching-kuo"),
]

SOUTHERN = [
    # Hokkien, Teochew, Hakka and Malaysian Cantonese
    ("陳慶炎", "Tony Tan Keng Yam"),
    ("陈庆炎", "TAN Keng Yam"),
    ("林冠英", "Lim Guan Eng"),
    ("林吉祥", "Lim Kit Siang"),
    ("黃家定", "Ong Ka Ting"),
    ("黃福安", "Ooi Hock Aun"),
    ("吳作棟", "Goh Chok Tong"),
    ("吴庆瑞", "Goh Keng Swee"),
    ("王鼎昌", "Ong Teng Cheong"),
    ("王瑞杰", "Heng Swee Keat"),
    ("张志贤", "Teo Chee Hean"),
    ("颜金勇", "Gan Kim Yong"),
    ("许通美", "Tommy Koh Thong Bee"),
    ("葉亞來", "Yap Ah Loy"),
    ("魏家祥", "Wee Ka Siong"),
    ("陸兆福", "Anthony Loke Siew Fook"),
]

LATIN = [
    ("Mao Tse-tung", "Mao Zedong"),
    ("Chou En-lai", "Zhou Enlai"),
    ("Teng Hsiao-ping", "Deng Xiaoping"),
    ("Leung Chun-ying", "Liang Zhenying"),
    ("Tam Yiu-chung", "Tan Yaozong"),
    ("Goh Chok Tong", "Wu Zuodong"),
    ("Lee Teng-hui", "Li Denghui"),
    ("Ho Iat Seng", "Ho Yat-sing"),
    ("Tsai Ing-wen", "Cai Yingwen"),
    ("Ma Ying-jeou", "Ma Yingjiu"),
    ("Carrie Lam Cheng Yuet-ngor", "Lin Zheng Yue'e"),
    ("Lim Guan Eng", "Lin Guanying"),
    ("Chau Ka-ho", "Chow Ka Ho"),
]
"""Latin letters on both sides, in two systems."""

INITIALS = [
    ("C.Y. Leung", "Leung Chun-ying"),
    ("CY Leung", "Leung Chun-ying"),
    ("C. Y. Leung", "Leung Chun Ying"),
    ("C.Y. Leung", "梁振英"),
    ("C.H. Tung", "Tung Chee-hwa"),
    ("LEUNG, C.Y.", "梁振英"),
    ("K.H. Tam", "Tam Ka-ho"),
    ("Tam K. H.", "Tam Ka Ho"),
    ("K H Tam", "譚家豪"),
]

SAME = [
    *FORMS,
    *PINYIN,
    *HONG_KONG,
    *MARRIED,
    *MACAU,
    *TAIWAN,
    *WADE_GILES,
    *SOUTHERN,
    *LATIN,
    *INITIALS,
]

HARD = [
    ("董建華", "Tung Chee-hwa"),
    ("Tung Chee-hwa", "Dong Jianhua"),
    ("唐英年", "Henry Tang Ying-yen"),
    ("蘇貞昌", "Su Tseng-chang"),
    ("吳敦義", "Wu Den-yih"),
    ("林瑞生", "Lim Swee Say"),
    ("黃永宏", "Ng Eng Hen"),
    ("黃金輝", "Wee Kim Wee"),
    ("李光耀", "Lee Kuan Yew"),
]
"""One syllable is spelled as its bearer likes it, by the rules of no system."""

SAME_SOUND = [
    ("王军", "王君"),
    ("譚家誠", "譚嘉誠"),
    ("陈晨", "陈辰"),
    ("王芳", "王方"),
    ("余文", "于文"),
    ("章伟", "张伟"),
    ("刘洋", "刘扬"),
    ("譚子豪", "譚梓豪"),
]
"""One sound, other characters: other people, whatever else is alike."""

DIFFERENT = [
    *SAME_SOUND,
    # one character more, less or other
    ("王建", "王建国"),
    ("李小平", "李平"),
    ("谭强", "谭克强"),
    ("江泽民", "蒋泽民"),
    ("許志明", "徐志明"),
    ("譚家豪", "譚家輝"),
    ("鄧小平", "鄧平"),
    # characters and another syllable
    ("谭强", "Tan Keqiang"),
    ("毛泽东", "Mao Zemin"),
    ("毛泽东", "Mao Yuanxin"),
    ("江泽民", "Mao Zedong"),
    ("陳茂波", "Chan Mo-yan"),
    ("譚家豪", "Tam Ka-kit"),
    ("梁振英", "Leung Chun-wah"),
    ("賀一誠", "Ho Hau Wah"),
    ("陳慶炎", "Tan Chuan-Jin"),
    ("林冠英", "Lim Kit Siang"),
    ("蔡英文", "Tsai Ing-chuan"),
    # letters on both sides
    ("Chen Yun", "Chen Yuan"),
    ("Zhang Gaoli", "Zhang Guoli"),
    ("Zhao Leji", "Zhao Lijian"),
    ("Wang Yi", "Wang Yang"),
    ("Wang Yi", "Wang Yu"),
    ("Li Peng", "Li Ping"),
    ("Wen Jiabao", "Wen Jiahao"),
    ("Xi Jinping", "Deng Xiaoping"),
    ("Xi Jinping", "Xi Zhongxun"),
    ("Li Keqiang", "Li Zhanshu"),
    ("Hu Jintao", "Hu Chunhua"),
    ("Tan Qiang", "Tan Keqiang"),
    ("Lee Ka-chiu", "Lee Ka-shing"),
    ("John Lee Ka-chiu", "John Lee Ka-shing"),
    ("Lim Guan Eng", "Lim Kit Siang"),
    ("Tsai Ing-wen", "Tsai Ing-chuan"),
    # the English given name is the same, the Chinese one is not
    ("Paul Chan Mo-po", "Paul Chan Tai-man"),
    ("Regina Ip Lau Suk-yee", "Regina Lau Mei-fong"),
    # initials that do not fit
    ("C.Y. Leung", "Leung Ka-ho"),
    ("K.H. Tam", "譚志強"),
]

NEARER = [
    ("陳大龍", "Chan Tai Lung", "Chan Tai Long"),
    ("吳大貞", "Ng Tai Ching", "Woo Tai Ching"),
    ("譚家豪", "Tam Ka-ho", "Tam Jia-hao"),
    ("譚家豪", "谭家豪", "Tan Jiahao"),
    ("譚家豪", "Tam Ka-ho", "Tam Ka-hei"),
    ("毛澤東", "Mao Zedong", "Dongze Mao"),
    ("梁振英", "Leung Chun-ying", "C.Y. Leung"),
    ("林鄭月娥", "Lam Cheng Yuet-ngor", "Cheng Yuet-ngor"),
    ("Tam Ka-ho", "Tam Ka Ho", "Tan Jiahao"),
    ("王军", "Wang Jun", "王君"),
]
"""A name, one that is nearer to it, and one that is further."""

OUT_OF_REACH = [
    *HARD,
    ("Ho Iat Seng", "He Yicheng"),  # Macau against Pinyin, both in letters, with usual syllables
]
