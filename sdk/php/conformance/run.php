<?php
// What each library has to do, as a program that the tests run against a real server: a command, and its input as JSON.

use Depesza\Client;
use Depesza\DepeszaException;
use Depesza\Webhook;

require __DIR__ . '/../autoload.php';

$input = json_decode(stream_get_contents(STDIN), true, flags: JSON_THROW_ON_ERROR);
$client = static fn (): Client => new Client(
    getenv('DEPESZA_URL'),
    getenv('ACTIO_TOKEN'),
    timeout: (int) (getenv('TIMEOUT_MS') ?: 10_000) / 1000,
    maxRetries: 4,
    maxResponseBytes: 1_000_000
);

$run = static fn (): mixed => match ($argv[1]) {
    'send' => $client()->send($input),
    'batch' => $client()->sendBatch($input['messages'])['data'],
    'read' => $client()->message($input['message_id']),
    'cancel' => $client()->cancel($input['message_id']),
    'list' => array_column(iterator_to_array($client()->messages($input), false), 'message_id'),
    'account' => $client()->call('getAccount'),
    'template' => $client()->call('createTemplate', body: $input),
    'csv' => $client()->call('exportOptOuts'),
    'call' => $client()->call($input['operation'], body: $input['given']),
    'verify' => array_map(
        static fn (array $case): bool => Webhook::isSigned(
            $case['secret'],
            $case['headers'],
            $case['body'],
            now: $case['now']
        ),
        $input['cases']
    ),
    'sign' => Webhook::sign($input['secret'], $input['id'], $input['body'], $input['now']),
    'event' => Webhook::read($input['secret'], $input['headers'], $input['body']),
};

try {
    echo json_encode($run(), JSON_THROW_ON_ERROR), "\n";
} catch (DepeszaException $error) {
    $refusal = ['status' => $error->status, 'code' => $error->errorCode, 'errors' => $error->errors];
    $refusal += ['key' => $error->idempotencyKey, 'detail' => $error->getMessage()];
    echo json_encode(['error' => $refusal]), "\n";
    exit(1);
} catch (InvalidArgumentException | UnexpectedValueException $error) {
    echo json_encode(['error' => ['code' => 'misuse', 'detail' => $error->getMessage()]]), "\n";
    exit(1);
}
