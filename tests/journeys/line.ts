import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * One device's way to the endpoint, under an address of its own: so that two devices of one browser are two profiles,
 * and so that one of them can lose its network while the other keeps it.
 */
export class Line {
	readonly url: string;
	private readonly server: Server;
	private readonly sockets = new Set<Socket>();
	private cut = false;

	private constructor(server: Server) {
		this.server = server;
		this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
	}

	static async to(port: number): Promise<Line> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const line = new Line(server);
		server.on('connection', (socket) => line.carry(socket, port));
		return line;
	}

	private carry(socket: Socket, port: number): void {
		if (this.cut) {
			socket.destroy();
			return;
		}
		const onward = connect(port, '127.0.0.1');
		for (const end of [socket, onward]) {
			this.sockets.add(end);
			end.on('error', () => end.destroy());
			end.on('close', () => {
				this.sockets.delete(end);
				socket.destroy();
				onward.destroy();
			});
		}
		socket.pipe(onward).pipe(socket);
	}

	/** Nothing goes through any more; what was under way is torn off. */
	async stop(): Promise<void> {
		this.cut = true;
		for (const socket of this.sockets) socket.destroy();
	}

	async startAgain(): Promise<void> {
		this.cut = false;
	}

	async close(): Promise<void> {
		await this.stop();
		if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
	}
}
