"""The plan is quoted where its words are short phrases: goals, principles, tasks, measures,
safeguards and chains stand as the plan has them, each once and in its order."""

import pytest

GOALS = (
    "产业分工定位更加清晰",
    "产业链创新链深度融合",
    "综合实力迈上新台阶",
    "协同创新实现新突破",
    "转型升级取得新成效",
    "现代化产业体系不断完善",
    "培育形成一批竞争力强的先进制造业集群",
    "优势产业链",
    "协同机制更加健全",
    "产业协同发展水平显著提升",
    "对京津冀高质量发展的支撑作用更加凸显",
)
AIMS = ("先进制造业创新发展增长极", "产业协同发展示范区")
PRINCIPLES = (
    "坚持市场主导、政府引导",
    "坚持协同创新、开放合作",
    "坚持分工协作、优势互补",
    "坚持转型升级、提质增效",
)
TASKS = (
    "优化区域产业分工和生产力布局",
    "提升产业基础高级化和产业链现代化水平",
    "增强区域产业创新体系整体效能",
    "协同打造数字经济新优势",
    "加速绿色低碳转型",
    "推动质量品牌标准一体化建设",
    "培育壮大优质企业群体",
    "深化产业高水平开放合作",
)
MEASURES = (
    "三地的产业分工定位",
    "优化产业结构和空间布局",
    "理顺产业链条，完善产业生态",
    "先进制造业集群发展专项行动",
    "集群跨区域协同培育机制，强化区域联动和政策协同",
    "打造世界级先进制造业集群",
    "国家新型工业化产业示范基地提质增效行动",
    "示范基地高端化、智能化、绿色化发展",
    "关键基础技术攻关",
    "基础器件研制",
    "基础材料发展",
    "基础软件升级",
    "基础工艺提升",
    "基础公共服务平台建设",
    "产业链区域协作",
    "六条重点产业链",
    "重点产业链供应链关键环节监测",
    "协同保障机制，增强产业链供应链韧性和竞争力",
    "关键核心技术攻关",
    "产业链共性技术",
    "开放型创新载体建设",
    "重点实验室等平台建设",
    "产学研结合的跨京津冀科技创新生态",
    "联合实施一批科技重大项目",
    "创新成果转化应用",
    "科技成果转化和交易信息服务平台建设",
    "5G 网络",
    "千兆光网",
    "以 IPv6 技术为基础的下一代互联网",
    "智能制造",
    "数字技术全产业链融合创新",
    "制造业数字化转型行动",
    "工业互联网平台",
    "协同构建绿色制造体系",
    "关键共性绿色制造技术",
    "绿色产品",
    "绿色工厂",
    "国家级绿色园区",
    "工业节能减排",
    "工业领域碳达峰行动",
    "降碳效果突出的重大工程",
    "能效“领跑者”制度",
    "工业诊断和节能监察",
    "智能化防控技术应用",
    "企业安全生产标准化建设，提升本质安全水平",
    "区域质量管理体系",
    "以数字化、网络化、智能化为基础的质量管控体系",
    "全产业链、全生命周期的质量管理模式",
    "商标品牌战略合作",
    "大众品牌、优质品牌",
    "国际、国家、行业标准研究和制修订",
    "具有国际影响力的专业性标准组织",
    "产业链龙头企业竞争力",
    "产业链、创新链、价值链垂直整合",
    "多元化产业对接合作模式",
    "专精特新中小企业",
    "专精特新“小巨人”企业",
    "中小企业特色产业集群",
    "与周边地区、长三角、粤港澳大湾区等重点区域对接合作",
    "跨区域产业互动",
    "技术合作",
    "市场对接",
    "项目协同",
    "信息共享",
    "决策部署落地见效",
    "改革创新",
    "资质互认、信息互通",
    "政务服务一体化",
    "市场化法治化国际化营商环境",
    "中小企业合法权益",
    "三地人才政策与产业协同发展的统筹",
    "产融合作",
    "国家产融合作平台",
    "企业上市联合培育",
    "产业协同链长负责制",
    "产业链强链补链畅链",
    "跨区域重大项目、园区共建的协同招商",
    "落地实施",
    "利益分享机制",
    "产业协同发展的跟踪分析和评价",
    "地方和部门积极探索、勇于创新",
    "典型经验的总结和宣传推广",
)
SAFEGUARDS = (
    "强化组织领导",
    "优化营商环境",
    "加强要素协同",
    "健全协同机制",
    "做好监测评估",
)
CHAINS = (
    "新能源汽车和智能网联汽车",
    "生物医药",
    "氢能",
    "工业互联网",
    "高端工业母机",
    "机器人",
)


@pytest.mark.parametrize(
    ("part", "phrases"),
    [
        ("goals", GOALS), ("aims", AIMS), ("principles", PRINCIPLES), ("tasks", TASKS),
        ("measures", MEASURES),
        ("safeguards", SAFEGUARDS), ("chains", CHAINS),
    ],
)  # fmt: skip
def test_names_stand_as_the_plan_has_them(catalog, part, phrases):
    assert tuple(row.name_zh for row in getattr(catalog.plan, part)) == phrases


def test_the_bay_area_and_the_renewal_of_the_base_stand_where_the_plan_has_them(catalog):
    gists = {task.task_id: task.gist_zh for task in catalog.plan.tasks}
    assert "产业基础再造" in gists["chains"]
    assert "粤港澳大湾区" in gists["opening"]
    assert any(
        m.part_id == "opening" and "粤港澳大湾区" in m.name_zh for m in catalog.plan.measures
    )


def test_a_political_principle_is_no_measure_and_not_counted_as_without_indicators(catalog):
    named = [measure.name_zh for measure in catalog.plan.measures if "党的领导" in measure.name_zh]
    assert named == []
