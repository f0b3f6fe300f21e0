// What a body's name decides, and what it leaves open.
#include <catch2/catch.hpp>

#include "core/check/body.hpp"

using namespace nianbao;

TEST_CASE("counties, districts, towns and local departments can't issue regulations") {
    for (const char* name : {"沭阳县人民政府", "沭阳县人民政府办公室", "沭阳县", "淮安市洪泽区人民政府", "伊金霍洛旗人民政府", "积石山保安族东乡族撒拉族自治县人民政府",
                             "清河县东风镇人民政府", "东乡人民政府", "清河旗柳溪苏木人民政府", "清河旗柳溪苏木", "清河市东风街道办事处", "嘉峪关市应急管理局", "县工信局", "自治区应急管理厅", "江苏省教育厅",
                             "上海市浦东新区教育局", "市市场监督管理局", "清河市城市管理局", "四平市双辽市人民政府", "延边朝鲜族自治州延吉市人民政府",
                             "清河市人民政府国有资产监督管理委员会", "清河縣人民政府"}) {
        INFO(name);
        CHECK(lacks_rule_power(name));
    }
}

TEST_CASE("governments that have the power, and names that leave it open, are left alone") {
    for (const char* name : {"江苏省人民政府", "上海市人民政府办公厅", "广西壮族自治区人民政府", "双辽市人民政府办公室", "吉林省双辽市人民政府", "延边朝鲜族自治州人民政府",
                             "国家税务总局", "国家税务总局沭阳县税务局", "中国人民银行", "中华人民共和国应急管理部", "上海市浦东新区人民政府", "清河经济开发区管理委员会",
                             "清河高新区管委会", "大兴安岭地区行政公署", "神农架林区人民政府", "应急管理部", "市场监督管理局", "", "某单位"}) {
        INFO(name);
        CHECK_FALSE(lacks_rule_power(name));
    }
}

TEST_CASE("another place or another office is another body") {
    CHECK(bodies_disagree("海盐县应急管理局", "沭阳县应急管理局"));
    CHECK(bodies_disagree("海盐县应急管理局", "海盐县教育局"));
    CHECK(bodies_disagree("海盐县人民政府", "海盐县教育局"));
    CHECK(bodies_disagree("淮安市洪泽区人民政府", "淮安市清江浦区人民政府"));
}

TEST_CASE("short forms, renamed bodies and missing names are no other body") {
    CHECK_FALSE(bodies_disagree("海盐县应急管理局", "海盐县应急管理局"));
    CHECK_FALSE(bodies_disagree("县工信局", "沭阳县工业和信息化局"));
    CHECK_FALSE(bodies_disagree("沭阳县发改局", "沭阳县发展和改革局"));
    CHECK_FALSE(bodies_disagree("双辽市政府办公室", "双辽市人民政府办公室"));
    CHECK_FALSE(bodies_disagree("双辽市政府办公室", "双辽市人民政府"));
    CHECK_FALSE(bodies_disagree("洪泽县人民政府", "淮安市洪泽区人民政府"));
    CHECK_FALSE(bodies_disagree("海盐县安全生产监督管理局", "海盐县应急管理局"));
    CHECK_FALSE(bodies_disagree("海盐縣應急管理局", "海盐县应急管理局"));
    CHECK_FALSE(bodies_disagree("", "海盐县应急管理局"));
}

TEST_CASE("unrelated bodies share neither place nor kind of office") {
    CHECK(bodies_unrelated("海盐县应急管理局", "沭阳县应急管理局"));
    CHECK(bodies_unrelated("海盐县应急管理局", "海盐县教育局"));
    CHECK(bodies_unrelated("县水利局", "海盐县教育局"));
    CHECK(bodies_unrelated("清河市人民政府", "临江县人民政府办公室"));
    CHECK(bodies_unrelated("海盐县东城镇人民政府", "海盐县西岗镇人民政府"));
    CHECK(bodies_unrelated("海盐县东城街道办事处", "海盐县西岗街道办事处"));
    CHECK(bodies_unrelated("淮安市洪泽区人民政府", "淮安市清江浦区人民政府"));
}

TEST_CASE("what may be the same body, or is no full name, is not called unrelated") {
    CHECK_FALSE(bodies_unrelated("县工信局", "沭阳县工业和信息化局"));
    CHECK_FALSE(bodies_unrelated("海盐县安全生产监督管理局", "海盐县应急管理局"));
    CHECK_FALSE(bodies_unrelated("海盐县文化体育局", "海盐县文化和旅游局"));
    CHECK_FALSE(bodies_unrelated("淮安市洪泽区教育局", "淮安市教育局"));
    CHECK_FALSE(bodies_unrelated("杭州高新区（滨江）教育局", "杭州市滨江区教育局"));
    CHECK_FALSE(bodies_unrelated("海盐县东城镇人民政府", "东城镇"));
    CHECK_FALSE(bodies_unrelated("海盐县东城街道办事处", "东城街道"));
    CHECK_FALSE(bodies_unrelated("海盐县城管局", "海盐县城市管理综合行政执法局"));
    CHECK_FALSE(bodies_unrelated("海盐县教育局", "我局"));
    CHECK_FALSE(bodies_unrelated("海盐县教育局", "本机关"));
    CHECK_FALSE(bodies_unrelated("海盐县人民政府", "全县"));
    CHECK_FALSE(bodies_unrelated("海盐县人民政府", "各镇人民政府"));
    CHECK_FALSE(bodies_unrelated("海盐县教育局", ""));
}
