"""Two names of one body, and of two: what another translator writes otherwise is no other body, and a like name is not the same."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.attendance import attendance
from ccdiff.derive.attendance.bodies import reworded
from ccdiff.derive.attendance.lexicon import Member, lexicon
from ccdiff.language import load

SAME = [
    ('zh', '国际电影资料馆联合会', '国际电影档案馆联合会'),
    ('zh', '世界体育射击活动论坛', '世界射击运动论坛'),
    ('zh', '国际消费者联盟', '消费者国际联盟'),
    ('zh', '世界盲人联盟', '世界盲人联合会'),
    ('zh', '世界湿地养护联盟', '湿地养护联盟'),
    ('zh', '欧洲无线电通信办公室', '欧洲无线电通讯办事处'),
    ('zh', '国际养蜂人协会联合会', '国际养蜂者协会联合会'),
    ('zh', '加勒比海灾害应急管理署', '加勒比灾害应急管理机构'),
    ('zh', '全球水伙伴', '全球水伙伴关系'),
    ('zh', '国际海员福利与援助网络', '国际海员福利和协助网络'),
    ('zh', '中美洲一体化体系秘书处', '中美洲一体化系统秘书处'),
    ('zh', '北极理事会秘书处', '北极理事会'),
    ('zh', '世界手工业者理事会', '世界手工艺者理事会'),
    ('zh', '国际货运代理协会联合会', '国际货运代理人协会联合会'),
    ('zh', '红海和亚丁湾环境保护区域组织', '红海和亚丁湾环境养护区域组织'),
    ('zh', '国际雪崩研究协会', '国际雪崩研究会'),
    ('zh', '国际可再生能源机构', '国际可再生能源署'),
    ('zh', '亚洲地震委员会（亚震委）', '亚震委'),
    ('zh', '国际冰川监测服务', '国际冰川监测服务处'),
    ('en', 'International Federation of Film Archives (FIAF)', 'FIAF'),
    ('en', 'Asian Avalanche Research Network', 'AARN'),
    ('en', 'European Union of Forest Owners', "European Forest Owners' Union"),
    ('en', 'International Young Farmers Council', 'International Council of Young Farmers'),
    ('en', 'African Seed Trade Association', 'African Association for Trade in Seeds'),
    ('en', 'Global Network for Food Crisis Response', 'Global Food Crisis Response Network'),
    ('en', 'Nordic Institute of Snow Research', 'Nordic Snow Research Institute'),
    ('en', 'World Blind Union', 'World Union of the Blind'),
    ('en', "International Beekeepers' Federation", 'International Federation of Beekeepers'),
    ('en', 'Regional Organization for the Protection of the Environment of the Red Sea', 'Red Sea Regional Organization for Environmental Protection'),
    ('en', 'Caribbean Disaster Emergency Agency', 'Caribbean Agency for Disaster Emergencies'),
    ('en', 'Centre for Coastal Studies of the University of Suva', 'University of Suva Centre for Coastal Studies'),
    ('en', 'International Organisation of Salt Producers', 'International Organization of Salt Producers'),
    ('en', "Pan-African Women's League", 'Pan African League of Women'),
    ('en', 'Mountain Guides Federation', 'Federation of Mountain Guides'),
    ('en', 'Baltic Marine Litter Monitoring Network', 'Baltic Network for Monitoring Marine Litter'),
    ('en', 'Institute for Labour Market Studies', 'Institute of Labor Market Studies'),
    ('en', 'Society of Naval Architects', "Naval Architects' Society"),
    ('en', 'Latin American Energy Organization', 'Energy Organization of Latin America'),
    ('en', 'International Glacier Commission (IGC)', 'IGC'),
    ('en', 'Secretariat of the Andean Snow Convention', 'Andean Snow Convention Secretariat'),
    ('en', 'Global Alliance of Waste Pickers', 'Global Waste Pickers Alliance'),
]  # fmt: skip
OTHERS = [
    ('zh', '国际公路联盟', '国际铁路联盟'),
    ('zh', '国际电影资料馆联合会', '国际电影制片人联合会'),
    ('zh', '非洲开发银行', '亚洲开发银行'),
    ('zh', '世界林业论坛', '世界渔业论坛'),
    ('zh', '农业发展基金', '工业发展基金'),
    ('zh', '国际海洋学会', '国际海事学会'),
    ('zh', '亚洲公路安全协会', '亚洲铁路安全协会'),
    ('zh', '国际青年理事会', '国际妇女理事会'),
    ('zh', '北极理事会', '南极理事会'),
    ('zh', '欧洲种子协会', '欧洲肥料协会'),
    ('zh', '国际护士理事会', '国际医生理事会'),
    ('zh', '国际商会', '国际商会联合会'),
    ('zh', '东非共同体', '西非共同体'),
    ('zh', '国际民航组织', '国际民防组织'),
    ('zh', '世界动物保护协会', '世界植物保护协会'),
    ('zh', '国际儿童局', '国际青年局'),
    ('zh', '国际雇主组织', '国际雇员组织'),
    ('zh', '全球水伙伴', '全球空气伙伴'),
    ('zh', '缔约国会议', '缔约方会议'),
    ('zh', '国际法院', '国际法学院'),
    ('zh', '国际天文学联合会', '国际天文馆联合会'),
    ('zh', '地中海研究所', '地中海委员会'),
    ('zh', '国际档案理事会', '国际图书馆理事会'),
    ('zh', '世界银行', '世界种子银行'),
    ('en', 'International Road Federation', 'International Rail Federation'),
    ('en', 'Asian Seed Association', 'African Seed Association'),
    ('en', 'Nordic Snow Institute', 'Nordic Ice Institute'),
    ('en', 'International Council of Nurses', 'International Council of Midwives'),
    ('en', 'World Federation of Farmers', 'World Federation of Fishers'),
    ('en', 'Institute for Marine Law', 'Institute for Marine Biology'),
    ('en', 'European Employers Council', 'European Employees Council'),
    ('en', 'Union of Arctic Pilots', 'Union of Antarctic Pilots'),
    ('en', 'Save the Rivers', 'Save the Children'),
    ('en', 'Global Fund for Women', 'Global Fund for Youth'),
    ('en', 'Association of Port Authorities', 'Association of Airport Authorities'),
    ('en', 'Pacific Fisheries Commission', 'Pacific Forestry Commission'),
    ('en', 'Federation of Mountain Guides', 'Federation of Mountain Farmers'),
    ('en', 'Asian Avalanche Research Network', 'ASRN'),
    ('en', 'Nordic Genetic Resource Centre', 'NordSeed'),
    ('en', 'European Union of Forest Owners', 'Europe'),
    ('en', 'International Court', 'International Court Reporters'),
    ('en', 'World Bank', 'World Seed Bank'),
    ('en', 'Centre for Peace Studies', 'Centre for War Studies'),
    ('en', 'Conference of States Parties', 'Conference of the Parties'),
    ('en', 'Northern Reservoir Bank', 'Northern Investment Bank'),
    ('en', "African Women's League", 'African Youth League'),
    ('en', 'International Union of Railway Workers', 'International Union of Dock Workers'),
    ('en', 'University of Suva', 'University of Apia'),
]  # fmt: skip


def told(language: str, *names: str) -> bool:
    """Whether the second of two names takes the place of the first."""
    known = load(language)
    old, new = (Member(name, known.once(lexicon).key(name)) for name in names)
    return bool(reworded([old], [new], known))


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_another_wording_of_a_name_is_the_same_body(language, one, other):
    assert told(language, one, other) and told(language, other, one)


@pytest.mark.parametrize(("language", "one", "other"), OTHERS)
def test_a_name_that_is_only_like_it_is_another_body(language, one, other):
    assert not told(language, one, other) and not told(language, other, one)


def test_of_two_like_names_neither_is_shown_to_be_it():
    known = load("zh")
    old, *new = (Member(name, f"name:{name}") for name in ("国际养蜂人联合会", "国际养蜂者联合会", "国际养蜂者联盟"))
    assert reworded([old], new, known) == []


def test_a_known_name_in_the_wording_of_a_variant_is_kept_and_not_renamed():
    text = "1. 下列国家出席了会议：阿尔及利亚、巴西、中国。\n\n2. 下列组织派观察员出席了会议：中亚区域{}和协调中心、世界银行。\n"
    old, new = (from_text(text.format(word)) for word in ("信息", "资料"))
    found = attendance(pair(old, new, ("1", "1"), ("2", "2")))
    assert found and found.observers
    assert (found.observers.added, found.observers.removed, found.observers.renamed) == ((), (), ())
    assert set(found.observers.kept) == {"中亚区域资料和协调中心", "世界银行"}


FORMERLY = [
    ("zh", "1. 下列国家出席了会议：阿尔及利亚、巴西、中国。\n\n2. 下列组织派观察员出席了会议：{}、世界银行。\n", "国际雪橇组织", "国际冰上运输联合会", form)
    for form in ("前", "原", "前身为", "旧名", "此前称")
] + [
    ("en", "1. The following States were represented: Algeria, Brazil, Chad.\n\n2. The following organizations were represented: {}, World Bank.\n", "Snow Stories network", "Ice Knowledge Hub", form)
    for form in ("formerly the ", "formerly called the ", "previously known as the ", "formerly ")
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "former", "now", "form"), FORMERLY)
def test_a_body_that_prints_its_former_name_in_brackets_is_renamed(language, text, former, now, form):
    brackets = "（{}）" if language == "zh" else " ({})"
    new = from_text(text.format(now + brackets.format(form + former)), language)
    found = attendance(pair(from_text(text.format(former), language), new, ("1", "1"), ("2", "2")))
    assert found and found.observers
    assert [(one.old, one.new) for one in found.observers.renamed] == [(former, now)]
    assert (found.observers.added, found.observers.removed) == ((), ())


@pytest.mark.parametrize(("full", "short"), [("国际原子能机构", "原子能机构"), ("山地农民观察网", "山农网")])
def test_a_short_name_that_a_report_explains_is_no_other_name(full, short):
    text = "1. 下列国家出席了会议：阿尔及利亚、巴西、中国。\n\n2. 下列组织派观察员出席了会议：{}、世界银行。\n\n3. {}作了发言。\n"
    new = from_text(text.format(short, "秘书处"))
    for said, renamed in ((f"{full}（{short}）", []), ("秘书处", [(full, short)] if short in full else [])):
        found = attendance(pair(from_text(text.format(full, said)), new, ("1", "1"), ("2", "2"), ("3", "3")))
        assert found and found.observers
        assert [(one.old, one.new) for one in found.observers.renamed] == renamed
        assert (short in found.observers.kept) == (said != "秘书处")


def test_a_class_before_a_name_makes_no_other_body():
    assert told("zh", "非政府组织冰川平台", "冰川平台") and not told("zh", "非政府组织冰川平台", "雪花平台")
