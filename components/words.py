"""The fixed words of the page, in Chinese with English as the second language."""

from analysis import pages
from analysis.series import claim_cards

TITLE = "京津冀产业协同发展监测"
TITLE_EN = "Beijing-Tianjin-Hebei industrial coordination monitor"
PAGES = {str(page): place.name for page, place in pages.PAGES.items()}
CHANGES_LINK = "更新说明：与上一版本相比的变动"
FILTERS = "筛选"
REGION_LABEL = ("地区", "Regions")
THEME_LABEL = ("主题", "Themes")
YEARS_LABEL = ("时间", "Years")
YEARS_LABELS = ("起始年份", "结束年份")
RESET = ("重置", "Reset the filters")
COPY_LINK = ("复制链接", "Copy the link to this view")
ADD_TO_BRIEFING = ("加入汇报", "Add this view to a briefing")
PRESENT = ("汇报", "Meeting mode")
SHOW_DATA = "查看数据"
NUMBERS_BEHIND = f"各数值见“{SHOW_DATA}”。"
NOTES = "口径与说明"
MAP_TITLE = "“2+4+N”产业合作平台"
MARKS_APART = "重合点错位显示。"
CHOOSE_PLATFORM = "选择平台查看详情"
BOUNDARIES = "边界：天地图；点位：GeoNames（CC BY 4.0）等"
CARDS_LABEL = "指标卡片"
TREND_LABEL = "时间序列"
BARS_LABEL = "地区比较"
ATLAS_BOUNDARIES = (
    "边界：天地图（国家基础地理信息中心），专题内容另行叠加；"
    "点位：GeoNames（CC BY 4.0）、airportsdata 等，见各平台详情"
)
ATLAS_LIST = "平台列表"
ATLAS_MATRIX = "产业与地区"
ATLAS_FLOWS = "技术合同流向"
OPEN_ATLAS = "打开平台地图"
DIMMED = "未选地区淡化显示，颜色不对应色阶。"
SHADE = "底色"
MAP_LABEL = "平台地图"
PLATFORM_LABEL = "平台详情"
CLAIMS_LABEL = "方案及解读中的数字"
PLAN_TASK = "方案中的这项任务 →"
PLAN_WHOLE = "方案要点 →"
PLAN_NAME = "《京津冀产业协同发展实施方案》，2023 年 5 月"
CLAIMS_SOURCE = claim_cards.CLAIMS_SOURCE
SERVER_LOST = "无法连接服务器，页面显示的是最近一次取得的内容。网络恢复后请重新选择。"
NUMBER = "联系管理员时请提供编号：{}"  # of a request that failed
FAILED = "操作未完成，页面保持不变。原因已记入日志。"
RETRY = "重试"
# What has become of a question, by the status of its answer (assets/core/failure.js).
FAILURES = {
    "lost": "无法连接服务器，页面仍为最近一次取得的内容。",
    "late": "服务器响应超时，页面仍为最近一次取得的内容。",
    "unreadable": "返回内容不是数据，登录可能已过期或被网络设备拦截。页面仍为最近一次取得的内容。",
    "401": "登录已过期，请重新登录。页面仍为最近一次取得的内容。",
    "403": "没有查看权限，请重新登录或联系管理员。页面仍为最近一次取得的内容。",
    "503": "数据暂时无法读取，页面仍为最近一次取得的内容。请稍后重试。",
    "4xx": "服务器未接受该请求（{status}），页面仍为最近一次取得的内容。",
    "5xx": "服务器出错（{status}），原因已记入日志，页面仍为最近一次取得的内容。",
    "other": "操作未完成（{status}），页面仍为最近一次取得的内容。",
    "request": "编号 {request}。",
    "retry": RETRY,
    "sign_in": "重新登录",
    "close": "关闭",
}
