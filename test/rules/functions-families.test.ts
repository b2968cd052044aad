/**
 * Families beside the daily ones: units, complex numbers, securities, regular expressions, groups. Each row says where its
 * value comes from: MS = the worked example of Microsoft's page, LO = LibreOffice 7.4 agrees, PCRE = JavaScript's own engine
 * gives the same for this pattern.
 */
import { describe, expect, it } from "vitest";
import { calculated } from "./support/one-formula.ts";

type Row = readonly [string, number | string | boolean, string];

function agrees(formula: string, expected: Row[1]): void {
  const got = calculated(formula);
  if (typeof expected !== "number") expect(got, formula).toEqual(expected);
  else expect(Number(got) / expected, `${formula} → ${String(got)}`).toBeCloseTo(1, 9);
}

const error = (code: string): Row[1] => ({ error: code }) as unknown as string;
const refused = (name: string): Row[1] => ({ unsupported: name }) as unknown as string;

describe("CONVERT", () => {
  it.each<Row>([
    ['CONVERT(1,"lbm","kg")', 0.45359237, "MS"],
    ['CONVERT(68,"F","C")=20', true, "MS"],
    ['CONVERT(2.5,"ft","sec")', error("#N/A"), "MS"],
    ['CONVERT(CONVERT(100,"ft","m"),"ft","m")', 9.290304, "MS"],
    ['CONVERT(1,"gal","l")', 3.785411784, "LO"],
    ['CONVERT(1,"km2","m2")', 1_000_000, "LO"],
    ['CONVERT(1,"cm^3","l")', 0.001, "LO"],
    ['CONVERT(1,"Mibyte","byte")', 1_048_576, "LO"],
    ['CONVERT(100,"ha","ar")', 10_000, "LO"],
    ['CONVERT(1,"kWh","J")', 3_600_000, "LO"],
    ['CONVERT(36,"km/h","m/s")', 10, "LO"],
    ['CONVERT(0,"K","C")', -273.15, "LO"],
    ['CONVERT(1,"ft","M")', error("#N/A"), "MS: letter case counts"],
    ['CONVERT(1,"kft","m")', error("#N/A"), "MS: prefixes for metric units only"],
    ['CONVERT(TRUE,"m","ft")', error("#VALUE!"), "LO"],
  ])("%s", agrees);
});

describe("complex numbers", () => {
  it.each<Row>([
    ["COMPLEX(3,4)", "3+4i", "MS"],
    ['COMPLEX(3,4,"j")', "3+4j", "MS"],
    ["COMPLEX(0,1)", "i", "MS"],
    ["COMPLEX(1,0)", "1", "MS"],
    ['COMPLEX(1,2,"J")', error("#VALUE!"), "MS: lower case only"],
    ['IMABS("5+12i")', 13, "MS"],
    ['IMAGINARY("0-j")', -1, "MS"],
    ['IMREAL("6-9i")', 6, "MS"],
    ['IMARGUMENT("3+4i")', 0.927295218001612, "MS LO"],
    ['IMCONJUGATE("3+4i")', "3-4i", "MS"],
    ['IMSUM("3+4i","5-3i")', "8+i", "MS"],
    ['IMSUB("13+4i","5+3i")', "8+i", "MS"],
    ['IMPRODUCT("3+4i","5-3i")', "27+11i", "MS"],
    ['IMPRODUCT("1+2i",30)', "30+60i", "MS"],
    ['IMDIV("-238+240i","10+24i")', "5+12i", "MS"],
    ['IMSQRT("1+i")', "1.09868411346781+0.455089860562227i", "MS LO"],
    ['IMEXP("1+i")', "1.46869393991589+2.28735528717884i", "MS LO"],
    ['IMLN("3+4i")', "1.6094379124341+0.927295218001612i", "MS LO"],
    ['IMSIN("4+3i")', "-7.61923172032141-6.548120040911i", "MS LO"],
    ['IMCOSH("4+3i")', "-27.0349456030742+3.85115333481178i", "MS"],
    ['IMSUM("i","-j")', error("#VALUE!"), "MS: i and j together"],
    ['IMREAL("x")', error("#NUM!"), "MS"],
    ['IMARGUMENT("0")', error("#DIV/0!"), "MS"],
    ["IMSQRT(-4)", refused("IMSQRT"), "Excel writes out what rounding leaves"],
  ])("%s", agrees);
});

const bond = "DATE(2008,2,15),DATE(2017,11,15),0.0575";
const coupon = "DATE(2011,1,25),DATE(2011,11,15),2,1";

describe("securities", () => {
  it.each<Row>([
    [`PRICE(${bond},0.065,100,2,0)`, 94.6343616213221, "MS LO"],
    [
      "YIELD(DATE(2008,2,15),DATE(2016,11,15),0.0575,95.04287,100,2,0)",
      0.0650000068807314,
      "MS LO",
    ],
    ["ROUND(DURATION(DATE(2018,7,1),DATE(2048,1,1),0.08,0.09,2,1),7)", 10.9191453, "MS"],
    ["ROUND(MDURATION(DATE(2008,1,1),DATE(2016,1,1),0.08,0.09,2,1),5)", 5.73567, "MS"],
    [`COUPDAYBS(${coupon})`, 71, "MS LO"],
    [`COUPDAYS(${coupon})`, 181, "MS LO"],
    [`COUPDAYSNC(${coupon})`, 110, "MS LO"],
    [`COUPNCD(${coupon})`, 40_678, "MS LO"],
    [`COUPPCD(${coupon})`, 40_497, "MS LO"],
    ["COUPNUM(DATE(2007,1,25),DATE(2008,11,15),2,1)", 4, "MS LO"],
    ["COUPPCD(DATE(2011,2,27),DATE(2011,8,31),2,0)", 40_421, "LO: the end of a month stays one"],
    ["PRICE(DATE(2012,3,31),DATE(2015,8,30),0.05,0.03,100,4,3)", 106.470037816849, "LO"],
    [
      "ROUND(PRICEMAT(DATE(2008,2,15),DATE(2008,4,13),DATE(2007,11,11),0.061,0.061,0),6)",
      99.984499,
      "MS LO",
    ],
    [
      "ROUND(YIELDMAT(DATE(2008,3,15),DATE(2008,11,3),DATE(2007,11,8),0.0625,100.0123,0),6)",
      0.060954,
      "MS LO",
    ],
    ["ROUND(ACCRINT(39508,39691,39569,0.1,1000,2,0),6)", 16.666667, "MS LO"],
    ["ROUND(ACCRINT(DATE(2008,3,5),39691,39569,0.1,1000,2,0,FALSE),6)", 15.555556, "MS"],
    ["ROUND(ACCRINT(DATE(2008,4,5),39691,39569,0.1,1000,2,0,TRUE),6)", 7.222222, "MS"],
    ["ROUND(ACCRINTM(39539,39614,0.1,1000,3),8)", 20.54794521, "MS LO"],
    ["AMORDEGRC(2400,39679,39813,300,1,0.15,1)", 776, "MS LO"],
    ["AMORLINC(2400,39679,39813,300,1,0.15,1)", 360, "MS LO"],
    [`PRICE(${bond},0.065,100,3,0)`, error("#NUM!"), "MS: 1, 2 or 4 coupons a year"],
    [`PRICE(${bond},0.065,100,2,5)`, error("#NUM!"), "MS"],
    ["COUPNUM(DATE(2008,11,15),DATE(2007,1,25),2)", error("#NUM!"), "MS"],
  ])("%s", agrees);
});

describe("regular expressions", () => {
  it.each<Row>([
    ['REGEXTEST("alfalfa","a")', true, "MS"],
    ['REGEXTEST("alfalfa","[0-9]")', false, "MS"],
    ['REGEXTEST("100-0001","^\\d{3}-\\d{4}$")', true, "PCRE"],
    ['REGEXTEST("AbC","abc")', false, "MS: letter case counts"],
    ['REGEXTEST("AbC","abc",1)', true, "MS"],
    ['REGEXTEST("山田太郎","^\\p{Han}+$")', true, "PCRE"],
    ['REGEXTEST("ﾔﾏﾀﾞ","^[ｦ-ﾟ]+$")', true, "PCRE"],
    ['REGEXTEST("foobar","(?<=foo)bar")', true, "PCRE"],
    ['REGEXTEST("abab","^(?<x>ab)\\k<x>$")', true, "PCRE"],
    ['REGEXTEST("aaa","^a*+a$")', false, "PCRE2: possessive"],
    ['REGEXTEST("a","(")', error("#VALUE!"), "no regular expression"],
    ['REGEXTEST("１２","\\d")', refused("\\d"), "whether \\d knows full width is not documented"],
    ['REGEXEXTRACT("Sonia Rees(378) 555-4195","[0-9()]+ [0-9-]+")', "(378) 555-4195", "MS"],
    ['TEXTJOIN("|",0,REGEXEXTRACT("DylanWilliams","[A-Z][a-z]+",1))', "Dylan|Williams", "MS"],
    ['TEXTJOIN("|",0,REGEXEXTRACT("2024-03-09","(\\d+)-(\\d+)-(\\d+)",2))', "2024|03|09", "PCRE"],
    ['REGEXEXTRACT("abc","x")', error("#N/A"), "MS"],
    ['REGEXREPLACE("SoniaBrown","([A-Z][a-z]+)([A-Z][a-z]+)","$2, $1")', "Brown, Sonia", "MS"],
    ['REGEXREPLACE("090-1234-5678","\\D","")', "09012345678", "PCRE"],
    ['REGEXREPLACE("0000abcd","0","1",2)', "0100abcd", "MS"],
    ['REGEXREPLACE("0000abcd","0","1",-1)', "0001abcd", "MS"],
    ['REGEXREPLACE("aaaAbcd","a","0",,1)', "0000bcd", "MS"],
    ['REGEXREPLACE("abc","x*","-")', "-a-b-c-", "PCRE"],
    ['REGEXTEST(REPT("a",40),"^(a+)+b$")', refused("REGEX"), "a pattern that runs wild ends"],
    ['REGEXTEST(REPT("a",30000)&"b","^(a|b)*c")', refused("REGEX"), "and so does a deep one"],
  ])("%s", agrees);
});

describe("groups and functions without brackets", () => {
  it.each<Row>([
    ['ARRAYTOTEXT(GROUPBY({"b";"a";"b"},{1;2;3},SUM,0,0),1)', '{"a",2;"b",4}', "MS"],
    [
      'ARRAYTOTEXT(GROUPBY({"k";"b";"a";"b"},{"v";1;2;3},SUM,3,0,-2),1)',
      '{"k","v";"b",4;"a",2}',
      "MS",
    ],
    ['ROWS(GROUPBY({"b";"a";"b"},{1;2;3},LAMBDA(v,MAX(v)),0,0,,{1;0;1}))', 1, "MS"],
    [
      'ARRAYTOTEXT(GROUPBY({"b";"a";"b"},{1;2;3},SUM),1)',
      '{"a",2;"b",4;"合計",6}',
      "MS: totals by default",
    ],
    ['ARRAYTOTEXT(GROUPBY({"b";"a"},{1;2},SUM,0,-1,-1),1)', '{"合計",3;"b",1;"a",2}', "MS"],
    [
      'ARRAYTOTEXT(GROUPBY({"k";"b";"a"},{"v";1;2},AVERAGE,3,1),1)',
      '{"k","v";"a",2;"b",1;"合計",1.5}',
      "MS",
    ],
    ['ARRAYTOTEXT(GROUPBY({"a";"b"},{1;3},PERCENTOF,0,1),1)', '{"a",0.25;"b",0.75;"合計",1}', "MS"],
    [
      'ARRAYTOTEXT(GROUPBY({"b",1;"a",2;"b",3;"b",1},{1;2;3;4},SUM,0,0,{1,-2}),1)',
      '{"a",2,2;"b",3,3;"b",1,5}',
      "MS",
    ],
    [
      'ARRAYTOTEXT(GROUPBY({"b",1;"a",2;"b",3},{1;2;3},SUM,0,0,-1),1)',
      '{"b",1,1;"b",3,3;"a",2,2}',
      "MS",
    ],
    [
      'ARRAYTOTEXT(GROUPBY({"b",1;"a",2},{1;2},SUM,0,0,,,1),1)',
      '{"a",2,2;"b",1,1}',
      "MS: a table of fields",
    ],
    ['GROUPBY({"b",1;"a",2},{1;2},SUM)', refused("GROUPBY"), "words of subtotals"],
    ['GROUPBY({"b",1;"a",2},{1;2},SUM,0,0,3)', refused("GROUPBY"), "order of subtotals"],
    [
      'GROUPBY({"b";"a"},{1;2},HSTACK(SUM,COUNT))',
      refused("HSTACK"),
      "layout of several functions",
    ],
    ['GROUPBY({"b";"a"},{1;2},SUM,0,0,3)', error("#VALUE!"), "MS: no such column"],
    ['GROUPBY({"b";"a"},{1;2},SUM,0,0,,,2)', error("#VALUE!"), "MS"],
    [
      'ARRAYTOTEXT(PIVOTBY({"b";"a";"b"},{2025;2024;2024},{1;2;3},SUM),1)',
      '{"",2024,2025,"合計";"a",2,"",2;"b",3,1,4;"合計",5,1,6}',
      "MS",
    ],
    [
      'ARRAYTOTEXT(PIVOTBY({"b";"a";"b"},{2025;2024;2024},{1;2;3},SUM,0,0,-2,0,-1),1)',
      '{"",2025,2024;"b",1,3;"a","",2}',
      "MS",
    ],
    [
      'ARRAYTOTEXT(PIVOTBY({"k";"b";"a"},{"y";1;2},{"v";5;7},LAMBDA(x,MAX(x)),1,-1,,0,,{TRUE;FALSE}),1)',
      '{"",1;"合計",5;"b",5}',
      "MS",
    ],
    ['PIVOTBY({"a"},{"b"},{1},PERCENTOF)', refused("PIVOTBY"), "relative to what"],
    ['PIVOTBY({"a"},{"b"},{1},SUM,0,0,,0,,{FALSE})', error("#CALC!"), "MS"],
    ["PERCENTOF({1,2},{1,2,3,4})", 0.3, "MS"],
    ["SUM(BYROW({1,2;3,4},SUM)*{1;10})", 73, "MS: eta-reduced lambda"],
    ["SUM(_xlfn.BYCOL({1,2;3,4},_xleta.MAX))", 7, "as it stands in files"],
    ["SUM(MAP({-1,2},ABS))", 3, "MS"],
    ["FORECAST.ETS(1,{1,2},{1,2})", refused("FORECAST.ETS"), "not proven"],
    ["BAHTTEXT(1)", refused("BAHTTEXT"), "not proven"],
  ])("%s", agrees);
});
