/** The style sheet: small gothic letters, blue and grey, as in 2008. Only fonts of the machine. */

export const styleSheet = `
body { margin: 0; color: #222; background: #fff; font-family: "MS PGothic", "ＭＳ Ｐゴシック", "IPAexGothic", "IPAPGothic", "Noto Sans CJK JP", sans-serif; }
body.font-s { font-size: 12px; } body.font-m { font-size: 14px; } body.font-l { font-size: 17px; }
table { font-size: 100%; border-collapse: collapse; }
input, select, button { font-family: inherit; font-size: 100%; }
a { color: #0033aa; }
.center { text-align: center; } .right { text-align: right; margin: 4px 0; } .nowrap { white-space: nowrap; }
.hint { color: #666; font-size: 92%; } .req { color: #cc0000; font-weight: bold; }
.logo .city { font-weight: bold; margin-right: 8px; letter-spacing: 2px; }
.logo .name { font-size: 140%; font-weight: bold; letter-spacing: 3px; }
.logo .year { margin-left: 14px; padding: 1px 6px; border: 1px solid #9fb8dd; font-size: 90%; }

body.head { background: #2f5597 linear-gradient(#5b84c4, #24457f); color: #fff; overflow: hidden; }
.headbar { width: 100%; height: 52px; border-bottom: 3px solid #f0a030; }
.headbar td { padding: 2px 12px; vertical-align: middle; white-space: nowrap; }
.headbar .who { text-align: right; font-size: 12px; line-height: 1.6; }
.headbar a { color: #fff; } .headbar .sizes a { padding: 0 3px; }
.headbar .sizes a.on { background: #fff; color: #24457f; text-decoration: none; font-weight: bold; }

body.menu { background: #e8edf5; }
.menutitle { background: #6d87b0; color: #fff; font-weight: bold; padding: 4px 8px; letter-spacing: 2px; }
.folder { padding: 4px 6px; cursor: pointer; font-weight: bold; border-bottom: 1px dotted #a9b7cd; background: #d7e0ee; }
.mark { display: inline-block; width: 9px; height: 9px; border: 1px solid #667; background: #fff linear-gradient(#445, #445) center/5px 1px no-repeat; margin-right: 5px; position: relative; }
.mark:after { content: ""; position: absolute; left: 4px; top: 2px; width: 1px; height: 5px; background: #445; }
.mark.open:after { display: none; }
.items div { padding: 3px 0 3px 24px; border-bottom: 1px dotted #c4cfdf; }
.leaf { color: #003399; cursor: pointer; text-decoration: underline; }
.leaf.now { color: #c04000; font-weight: bold; text-decoration: none; }

body.main { background: #fff; min-width: 760px; }
.crumb { background: #f2f2ec; border-bottom: 1px solid #ccc; color: #555; padding: 3px 10px; font-size: 92%; }
.titlebar { width: 100%; background: #c9d8ee linear-gradient(#e9f0fa, #b7cae6); border-top: 1px solid #fff; border-bottom: 2px solid #4a6ea9; }
.titlebar .t { padding: 4px 10px; font-weight: bold; font-size: 115%; color: #1d3a6e; }
.titlebar .id { text-align: right; padding: 4px 10px; color: #667; font-size: 90%; }
.content { padding: 8px 12px 12px; }
.subtitle { margin: 10px 0 3px; padding-left: 6px; border-left: 5px solid #4a6ea9; font-weight: bold; color: #1d3a6e; }
table.form { width: 100%; max-width: 1000px; border: 1px solid #8fa3c2; }
table.form.even { table-layout: fixed; } col.h { width: 138px; }
table.form.narrow { width: 420px; }
table.form th { width: 150px; background: #dbe5f3; text-align: left; font-weight: normal; border: 1px solid #8fa3c2; padding: 3px 6px; white-space: nowrap; }
table.form td { background: #fdfdf8; border: 1px solid #8fa3c2; padding: 2px 6px; }
table.form input[type=text], table.form input[type=password], table.form select { border: 1px solid #7f9db9; background: #fff; padding: 1px 2px; }
table.form input.ro { background: #e6e6e6; color: #333; }
table.form td.number { font-size: 150%; font-weight: bold; color: #b00000; letter-spacing: 2px; }
table.list { width: 100%; border: 1px solid #8fa3c2; margin-top: 3px; }
table.list th { background: #6d87b0; color: #fff; font-weight: normal; border: 1px solid #8fa3c2; padding: 3px 5px; white-space: nowrap; }
table.list td { border: 1px solid #b5c2d6; padding: 2px 5px; }
table.list tr:nth-child(odd) td { background: #f1f5fb; }
.pager { margin: 5px 0; text-align: right; } .pager .off { color: #999; }
.buttons { text-align: center; margin: 12px 0 6px; }
.btn { min-width: 92px; padding: 2px 12px; border: 1px solid #7a7a7a; color: #222; background: #e4e4e0 linear-gradient(#fefefe, #d4d0c8); cursor: pointer; border-radius: 2px; }
.btn.small { min-width: 0; padding: 0 8px; } .btn.wide { min-width: 120px; padding: 3px 16px; }
.btn.commit { font-weight: bold; background: #f5d9a8 linear-gradient(#fff3dc, #f0bf66); border-color: #a06a10; }
.btnlink { display: inline-block; padding: 2px 12px; border: 1px solid #7a7a7a; background: #e4e4e0 linear-gradient(#fefefe, #d4d0c8); color: #222; text-decoration: none; border-radius: 2px; }
.errorbox { border: 2px solid #cc0000; background: #fff0f0; color: #cc0000; margin: 4px 0 8px; padding: 5px 8px; line-height: 1.5; font-weight: bold; max-width: 980px; }
.errorbox ul { margin: 0; padding-left: 20px; }
.infobox { border: 1px solid #c8b560; background: #fffbe3; margin: 6px 0; padding: 5px 10px; max-width: 980px; }
.donebox { border: 1px solid #5a9a5a; background: #eefaee; color: #1c6b1c; font-size: 125%; font-weight: bold; text-align: center; padding: 10px; margin: 10px 0; max-width: 980px; }
.footer { border-top: 1px solid #ccc; color: #777; font-size: 11px; text-align: center; padding: 5px; margin-top: 14px; }

body.popup { background: #fff; }
body.gate { background: #dfe7f2; }
.gatebox { width: 500px; margin: 70px auto 12px; background: #fff; border: 1px solid #6d87b0; padding: 0 22px 14px; box-shadow: 2px 2px 4px #aab; }
.gatebox .logo { margin: 0 -22px 16px; padding: 12px 18px; color: #fff; background: #2f5597 linear-gradient(#5b84c4, #24457f); border-bottom: 3px solid #f0a030; }
table.form.gateform { margin: 10px auto; width: 360px; } table.form.gateform th { width: 100px; }
.gateform td { padding: 5px 6px; }
.note { line-height: 1.5; color: #555; font-size: 92%; padding-left: 18px; border-top: 1px dotted #aaa; padding-top: 8px; }
.gatefoot { text-align: center; color: #667; font-size: 11px; }
body.notice { background: #f4f4f0; }
.noticebox { width: 520px; max-width: 92%; margin: 60px auto; background: #fff; border: 1px solid #999; padding-bottom: 12px; }
.noticebox p { padding: 0 16px; } .noticebox .big { color: #cc0000; font-weight: bold; font-size: 120%; }
.noticehead { background: #6d87b0; color: #fff; padding: 4px 10px; font-weight: bold; }
`;
