<?php
// Sends one SMS and prints its id and status.

function send(array $message): array
{
    for ($attempt = 1; ; $attempt++) {
        $wait = 1;
        $curl = curl_init('http://localhost:3000/api/sms');
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_HTTPHEADER => [
                'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
                'Content-Type: application/json',
            ],
            CURLOPT_POSTFIELDS => json_encode($message),
            CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$wait) {
                if (preg_match('/^retry-after: (\d+)/i', $line, $found)) $wait = (int) $found[1];
                return strlen($line);
            },
        ]);
        $body = curl_exec($curl);
        if ($body === false) throw new RuntimeException(curl_error($curl));
        $answer = json_decode($body, true);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status === 200) return $answer;
        if ($status !== 429 || $attempt === 3) throw new RuntimeException(explain($answer));
        sleep($wait);
    }
}

function explain(array $problem): string
{
    return match ($problem['status']) {
        401 => 'The token is not valid: check ACTIO_TOKEN.',
        402 => "This needs {$problem['required']} credits, you have {$problem['available']}: {$problem['topup_url']}",
        422 => 'Fix these fields: ' . json_encode($problem['errors'] ?? $problem['detail']),
        429 => 'Still over the rate limit: retry later.',
        default => "{$problem['detail']} ({$problem['request_id']})",
    };
}

try {
    $message = send([
        'from' => 'YourBrand',
        'to' => '48732129000',
        'body' => 'Your login code: 482910',
    ]);
    echo "{$message['message_id']} {$message['status']}\n";
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
